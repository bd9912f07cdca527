package org.ecsdelivery.common.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.TextForms;

/** The parameters for what differs in the service itself from the deployment on. */
public final class ServiceParameters {
    private static final String KEEP = "KEEP";

    /** CloudWatch API reference, PutMetricAlarm. */
    private static final int LONGEST_NAME = 255;

    private static final int MOST_ALARMS = 10;

    /** How many tasks. */
    public static final Parameter DESIRED = Parameter.text(
                    "deploy.desiredCount",
                    "Desired count",
                    "Enter how many tasks the service shall run from this deployment on. Leave it empty to keep the count,"
                            + " and always where Application Auto Scaling sets it.")
            .amongAdvanced();
    /** The grace period. */
    public static final Parameter GRACE_PERIOD = Parameter.text(
                    "deploy.gracePeriodSeconds",
                    "Health check grace period, seconds",
                    "Enter for how many seconds ECS shall overlook failed health checks of a new task, when the"
                            + " application takes long to start. The service needs a load balancer for it.")
            .amongAdvanced();

    /** The lower limit. */
    public static final Parameter MINIMUM_HEALTHY = Parameter.text(
                    "deploy.minimumHealthyPercent",
                    "Minimum healthy percent",
                    "Enter how many of the desired tasks must stay healthy during a deployment, 0 to 100: less than 100"
                            + " where the cluster has no room for more tasks than desired.")
            .amongAdvanced();
    /** The upper limit. */
    public static final Parameter MAXIMUM = Parameter.text(
                    "deploy.maximumPercent",
                    "Maximum percent",
                    "Enter how many tasks there may be during a deployment, in percent of the desired ones: more than 100"
                            + " to start new tasks before old ones stop.")
            .amongAdvanced();
    /** The circuit breaker. */
    public static final Parameter CIRCUIT_BREAKER = Parameter.choice(
                    "deploy.circuitBreaker",
                    "Circuit breaker",
                    "KEEP: as the service has it. OFF: ECS tries for ever. FAIL: ECS gives up a deployment whose tasks do not"
                            + " get to run. ROLL_BACK: it goes back to the last one that completed, too.",
                    List.of(KEEP, "OFF", "FAIL", "ROLL_BACK"))
            .withDefault(KEEP)
            .amongAdvanced();

    /** The alarms. */
    public static final Parameter ALARMS = Parameter.lines(
                    "deploy.alarms",
                    "Alarms",
                    "Enter the name of one CloudWatch alarm per line, ten at most: ECS watches them during deployments of the"
                            + " service, instead of those that it watches now.")
            .amongAdvanced();
    /** What becomes of a deployment when one goes off. */
    public static final Parameter ON_ALARM = Parameter.choice(
                    "deploy.onAlarm",
                    "When an alarm goes off",
                    "KEEP: as the service has it. OFF: no alarm is watched. FAIL: ECS gives up the deployment. ROLL_BACK: it"
                            + " goes back to the last one that completed, too.",
                    List.of(KEEP, "OFF", "FAIL", "ROLL_BACK"))
            .withDefault(KEEP)
            .amongAdvanced();

    /** The capacity providers. */
    public static final Parameter PROVIDERS = Parameter.lines(
                    "deploy.capacityProviders",
                    "Capacity providers",
                    "Enter names such as FARGATE_SPOT, NAME=WEIGHT or NAME=WEIGHT:BASE, separated by commas, blanks or line ends:"
                            + " the service places its tasks on them from this deployment on. BASE tasks run on that one before"
                            + " weights count. Leave it empty to keep where they run. A change replaces every task.")
            .amongAdvanced();

    /** Whose tags tasks get. */
    public static final Parameter PROPAGATE_TAGS = Parameter.choice(
                    "deploy.propagateTags",
                    "Tags of tasks",
                    "KEEP: as the service has it. TASK_DEFINITION: tasks get the tags of their revision when they start, those of"
                            + " the build among them. SERVICE: they get the tags of the service. NONE: they get no tags.",
                    List.of(KEEP, "TASK_DEFINITION", "SERVICE", "NONE"))
            .withDefault(KEEP)
            .amongAdvanced();

    /** All of them, in the order of the settings page. */
    public static final List<Parameter> ALL = List.of(
            DESIRED,
            GRACE_PERIOD,
            MINIMUM_HEALTHY,
            MAXIMUM,
            CIRCUIT_BREAKER,
            ALARMS,
            ON_ALARM,
            PROVIDERS,
            PROPAGATE_TAGS);

    private ServiceParameters() {}

    /** Reads them; problems stay with the reader. */
    static ServiceChanges read(ParameterReader reader) {
        return new ServiceChanges(
                reader.optional(DESIRED, ServiceParameters::count),
                reader.optional(GRACE_PERIOD, ServiceParameters::count).map(Duration::ofSeconds),
                reader.optional(MINIMUM_HEALTHY, ServiceParameters::count),
                reader.optional(MAXIMUM, ServiceParameters::count),
                reader.optional(CIRCUIT_BREAKER, ServiceParameters::breaker).flatMap(each -> each),
                alarms(reader),
                reader.optional(PROVIDERS, CapacityShares::ofService).orElse(List.of()),
                reader.optional(PROPAGATE_TAGS, ServiceParameters::propagateTags)
                        .flatMap(each -> each));
    }

    private static AlarmChanges alarms(ParameterReader reader) {
        List<String> names = reader.optional(ALARMS, ServiceParameters::names).orElse(List.of());
        Optional<OnAlarm> what =
                reader.optional(ON_ALARM, ServiceParameters::onAlarm).flatMap(each -> each);
        if (!names.isEmpty() && what.equals(Optional.of(OnAlarm.OFF))) {
            reader.reject(
                    ALARMS,
                    "no alarm is watched when " + ON_ALARM.name() + " is OFF",
                    "Leave this empty, or choose what ECS shall do.");
        }
        return new AlarmChanges(names, what);
    }

    private static List<String> names(String text) {
        List<String> names = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        names.stream().filter(each -> each.length() > LONGEST_NAME).findFirst().ifPresent(each -> {
            throw new IllegalArgumentException("'" + each + "' is longer than " + LONGEST_NAME + " characters");
        });
        if (names.size() > MOST_ALARMS) {
            throw new IllegalArgumentException(names.size() + " alarms are more than " + MOST_ALARMS);
        }
        return names;
    }

    private static Optional<OnAlarm> onAlarm(String text) {
        return text.equals(KEEP) ? Optional.empty() : Optional.of(TextForms.constant(OnAlarm.class, text));
    }

    private static Optional<PropagateTags> propagateTags(String text) {
        return text.equals(KEEP) ? Optional.empty() : Optional.of(TextForms.constant(PropagateTags.class, text));
    }

    private static Optional<CircuitBreaker> breaker(String text) {
        return text.equals(KEEP) ? Optional.empty() : Optional.of(TextForms.constant(CircuitBreaker.class, text));
    }

    private static int count(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number");
        }
        return Integer.parseInt(text);
    }
}
