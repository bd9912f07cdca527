package org.ecsdelivery.engine.deploy;

import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.AlarmChanges;
import org.ecsdelivery.common.settings.CapacityShare;
import org.ecsdelivery.common.settings.OnAlarm;
import org.ecsdelivery.common.settings.ServiceChanges;
import org.ecsdelivery.common.settings.ServiceParameters;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** Knows which services take which changes (ECS API reference, UpdateService). */
final class ChangeableService {
    private ChangeableService() {}

    /**
     * Refuses changes that ECS refuses too, before a revision is registered in vain.
     *
     * @throws EngineException naming the parameter
     */
    static void require(ServiceState service, ServiceChanges changes) {
        if (changes.desired().isPresent() && service.rules().isDaemon()) {
            throw unsuitable(
                    "Service " + service.name() + " runs one task on each instance (scheduling strategy DAEMON), so its"
                            + " desired count cannot be set",
                    ServiceParameters.DESIRED);
        }
        if (changes.gracePeriod().isPresent() && service.loadBalancers().isEmpty()) {
            throw unsuitable(
                    "Service " + service.name() + " has no load balancer, so it takes no health check grace period",
                    ServiceParameters.GRACE_PERIOD);
        }
        if (service.rules().isDaemon() && changes.providers().stream().anyMatch(ChangeableService::isFargate)) {
            throw unsuitable(
                    "Service " + service.name()
                            + " runs one task on each instance (scheduling strategy DAEMON), which Fargate"
                            + " does not have",
                    ServiceParameters.PROVIDERS);
        }
        requireAlarms(service, changes.alarms());
    }

    private static boolean isFargate(CapacityShare share) {
        return share.provider().equals("FARGATE") || share.provider().equals("FARGATE_SPOT");
    }

    /** To watch alarms there must be some; ECS itself takes a list without any. */
    private static void requireAlarms(ServiceState service, AlarmChanges changes) {
        boolean watch = changes.what().filter(each -> each != OnAlarm.OFF).isPresent();
        if (watch
                && changes.names().isEmpty()
                && service.rules().alarms().names().isEmpty()) {
            throw new EngineException(
                    FailureKind.SERVICE_UNSUITABLE,
                    "Service " + service.name() + " watches no alarm during deployments, so none can go off",
                    "",
                    "Enter the names as " + ServiceParameters.ALARMS.label() + " (" + ServiceParameters.ALARMS.name()
                            + "), or let " + ServiceParameters.ON_ALARM.label() + " ("
                            + ServiceParameters.ON_ALARM.name() + ") be KEEP.");
        }
    }

    private static EngineException unsuitable(String fact, Parameter parameter) {
        return new EngineException(
                FailureKind.SERVICE_UNSUITABLE,
                fact,
                "",
                "Leave " + parameter.label() + " (" + parameter.name() + ") empty.");
    }
}
