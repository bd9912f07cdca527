package org.ecsdelivery.common.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.parameter.TextForms;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;

/** The parameters of the step that checks pipelines, and their one parser. */
public final class DoctorParameters {
    /** The cluster. */
    public static final Parameter CLUSTER = Parameter.text(
                    "doctor.cluster", "Cluster", "Enter the name or ARN of the ECS cluster.")
            .whichIsRequired();
    /** The services. */
    public static final Parameter SERVICES = Parameter.lines(
                    "doctor.services",
                    "Services",
                    "Enter names or ARNs of services of the cluster, separated by commas, blanks or line ends. Each is"
                            + " checked with its task definition, load balancer, security groups, alarms, roles and"
                            + " repositories; nothing is changed.")
            .whichIsRequired();
    /** Which findings make the step fail. */
    public static final Parameter FAIL_ON = Parameter.choice(
            "doctor.failOn",
            "Fail on",
            "ERROR: the step fails when something is found that deployments fail of. WARNING: it fails of warnings too."
                    + " NONE: it only tells.",
            Arrays.stream(FailOn.values()).map(Enum::name).toList());

    /** All of them, in the order of the settings page. */
    public static final List<Parameter> ALL = Stream.concat(
                    Stream.of(CLUSTER, SERVICES, FAIL_ON), AwsParameters.OF_STEPS.stream())
            .toList();

    private DoctorParameters() {}

    /** Reads the settings of the step, or all the problems. */
    public static Parsed<DoctorSettings> parse(Map<String, String> given, References references) {
        ParameterReader reader = new ParameterReader(given, references);
        Optional<ClusterName> cluster = reader.optional(CLUSTER, ClusterName::parse);
        Optional<List<ServiceName>> services = reader.optional(SERVICES, DoctorParameters::services);
        Optional<FailOn> failOn = reader.optional(FAIL_ON, text -> TextForms.constant(FailOn.class, text));
        AwsAccess access = AwsParameters.readOfStep(reader);
        return reader.finish(() ->
                new DoctorSettings(cluster.orElseThrow(), services.orElseThrow(), failOn.orElse(FailOn.ERROR), access));
    }

    private static List<ServiceName> services(String text) {
        return TextForms.list(text, ServiceName::parse).stream().distinct().toList();
    }
}
