package org.ecsdelivery.engine.deploy;

import java.util.List;
import java.util.Optional;
import org.ecsdelivery.engine.ecs.AlarmApi;
import org.ecsdelivery.engine.ecs.ServiceState;

/** Looks whether an alarm that shall guard the deployment is in ALARM already: ECS then ignores it to the end (ECS developer guide). */
final class FiringAlarms {
    private final AlarmApi alarms;
    private final Checks checks;

    FiringAlarms(AlarmApi alarms, Checks checks) {
        this.alarms = alarms;
        this.checks = checks;
    }

    void check(ServiceState service) {
        List<String> names = service.rules().alarms().names();
        if (!names.isEmpty()) {
            checks.advise(
                    "Whether an alarm of the service is in ALARM already was not checked",
                    () -> warning(names, alarms.firing(names)));
        }
    }

    private static Optional<String> warning(List<String> names, List<String> firing) {
        if (firing.isEmpty()) {
            return Optional.empty();
        }
        boolean one = firing.size() == 1;
        String rest = firing.size() == names.size() ? "No alarm guards this deployment." : "";
        return Optional.of(((one ? "Alarm " : "Alarms ") + String.join(", ", firing)
                        + " of the service's deployment configuration " + (one ? "is" : "are")
                        + " in ALARM already: ECS ignores " + (one ? "it" : "them")
                        + " for the whole of this deployment, whatever the new tasks do. " + rest)
                .strip());
    }
}
