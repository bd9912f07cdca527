package org.ecsdelivery.common.settings;

import java.time.Duration;
import java.util.List;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.ParameterReader;

/** The parameters for what differs in the service itself from the deployment on. */
public final class ServiceParameters {
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

    /** All of them, in the order of the settings page. */
    public static final List<Parameter> ALL = List.of(DESIRED, GRACE_PERIOD);

    private ServiceParameters() {}

    /** Reads them; problems stay with the reader. */
    static ServiceChanges read(ParameterReader reader) {
        return new ServiceChanges(
                reader.optional(DESIRED, ServiceParameters::count),
                reader.optional(GRACE_PERIOD, ServiceParameters::count).map(Duration::ofSeconds));
    }

    private static int count(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number");
        }
        return Integer.parseInt(text);
    }
}
