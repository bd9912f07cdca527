package org.ecsdelivery.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.aws.call.RawObject;
import org.ecsdelivery.aws.call.RawText;
import org.ecsdelivery.common.settings.AlarmChanges;
import org.ecsdelivery.common.settings.CapacityShare;
import org.ecsdelivery.common.settings.CircuitBreaker;
import org.ecsdelivery.common.settings.OnAlarm;
import org.ecsdelivery.common.settings.ServiceChanges;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * Asks ECS to change a service, and nothing of it that is not to be changed. ECS takes the deployment configuration as a whole, so
 * it is sent as ECS wrote it, fields included that neither we nor the SDK know.
 */
record ServiceUpdate(ServiceChanges changes) {
    /**
     * A service as it is.
     *
     * @param model as the SDK tells it
     * @param raw as ECS tells it
     */
    record Current(Service model, RawObject raw) {}

    /**
     * Tells whether the service must be known: its deployment configuration is given to ECS as a whole, and other capacity
     * providers only with a new deployment.
     */
    boolean needsCurrent() {
        return changes.reconfigures() || !changes.providers().isEmpty();
    }

    /**
     * Makes what the request says beside cluster, service and task definition.
     *
     * @param current the service, where it must be known
     */
    RawObject body(Optional<Current> current) {
        Map<String, String> members = new LinkedHashMap<>();
        changes.desired().ifPresent(count -> members.put("desiredCount", count.toString()));
        changes.gracePeriod()
                .ifPresent(time -> members.put("healthCheckGracePeriodSeconds", String.valueOf(time.toSeconds())));
        changes.propagateTags().ifPresent(from -> members.put("propagateTags", RawText.of(from.name())));
        current.filter(each -> changes.reconfigures())
                .map(each -> each.raw().object("deploymentConfiguration"))
                .ifPresent(now -> members.put(
                        "deploymentConfiguration", configuration(now).json()));
        current.filter(each -> placesElsewhere(each.model())).ifPresent(each -> {
            members.put("capacityProviderStrategy", strategy());
            // "you must force a new deployment", says ECS otherwise
            members.put("forceNewDeployment", "true");
        });
        return new RawObject(members);
    }

    private boolean placesElsewhere(Service now) {
        return !changes.providers().isEmpty() && !ServicePlace.traits(now).places(changes.providers());
    }

    private String strategy() {
        return RawText.list(
                changes.providers().stream().map(ServiceUpdate::share).toList());
    }

    private static String share(CapacityShare share) {
        return RawObject.EMPTY
                .with("capacityProvider", RawText.of(share.provider()))
                .with("weight", String.valueOf(share.weight()))
                .with("base", String.valueOf(share.base()))
                .json();
    }

    private RawObject configuration(RawObject now) {
        Map<String, String> next = new LinkedHashMap<>(now.members());
        changes.minimumHealthyPercent().ifPresent(percent -> next.put("minimumHealthyPercent", percent.toString()));
        changes.maximumPercent().ifPresent(percent -> next.put("maximumPercent", percent.toString()));
        changes.breaker()
                .ifPresent(what -> next.put(
                        "deploymentCircuitBreaker",
                        breaker(what, now.object("deploymentCircuitBreaker")).json()));
        if (changes.alarms().any()) {
            next.put("alarms", alarms(now.object("alarms")).json());
        }
        return new RawObject(next);
    }

    private RawObject alarms(RawObject now) {
        AlarmChanges wanted = changes.alarms();
        Map<String, String> next = new LinkedHashMap<>(now.members());
        // all three members are required (ECS API reference, DeploymentAlarms)
        next.putIfAbsent("alarmNames", RawText.list(List.of()));
        next.putIfAbsent("rollback", "false");
        if (!wanted.names().isEmpty()) {
            next.put(
                    "alarmNames",
                    RawText.list(wanted.names().stream().map(RawText::of).toList()));
        }
        wanted.what().ifPresent(what -> next.put("rollback", String.valueOf(what == OnAlarm.ROLL_BACK)));
        next.put("enable", String.valueOf(!wanted.what().equals(Optional.of(OnAlarm.OFF))));
        return new RawObject(next);
    }

    private static RawObject breaker(CircuitBreaker what, RawObject now) {
        return now.with("enable", String.valueOf(what != CircuitBreaker.OFF))
                .with("rollback", String.valueOf(what == CircuitBreaker.ROLL_BACK));
    }
}
