package org.ecsdelivery.sandbox.aws.elb;

import java.util.List;
import java.util.Map;
import org.ecsdelivery.sandbox.aws.front.Xml;

/** Writes target groups, attributes and target health as the Query protocol does. */
final class ElbViews {
    private ElbViews() {}

    static String group(TargetGroup group, List<String> loadBalancers) {
        TargetGroupSpec spec = group.spec;
        return Xml.text("TargetGroupArn", group.arn)
                + Xml.text("TargetGroupName", spec.name())
                + Xml.text("Protocol", spec.protocol())
                + Xml.text("Port", String.valueOf(spec.port()))
                + Xml.text("VpcId", "vpc-0a1b2c3d4e5f60718")
                + Xml.text("HealthCheckProtocol", spec.protocol())
                + Xml.text("HealthCheckPort", "traffic-port")
                + Xml.text("HealthCheckEnabled", "true")
                + (spec.network() ? "" : Xml.text("HealthCheckPath", spec.healthCheckPath()))
                + Xml.text(
                        "HealthCheckIntervalSeconds",
                        String.valueOf(spec.healthCheckInterval().toSeconds()))
                + Xml.text("HealthCheckTimeoutSeconds", "4")
                + Xml.text("HealthyThresholdCount", String.valueOf(spec.healthyThreshold()))
                + Xml.text("UnhealthyThresholdCount", String.valueOf(spec.unhealthyThreshold()))
                + (spec.network() ? "" : Xml.element("Matcher", Xml.text("HttpCode", "200")))
                + Xml.text("TargetType", spec.targetType())
                + Xml.text("IpAddressType", spec.ipAddressType())
                + Xml.members("LoadBalancerArns", loadBalancers);
    }

    static String attributes(TargetGroup group) {
        return Xml.members(
                "Attributes",
                group.attributes.entrySet().stream().map(ElbViews::attribute).toList());
    }

    private static String attribute(Map.Entry<String, String> attribute) {
        return Xml.text("Key", attribute.getKey()) + Xml.text("Value", attribute.getValue());
    }

    static String health(TargetGroup group, Target target) {
        boolean network = group.spec.network();
        String state = Xml.text("State", target.state.wireName())
                + target.reason(network)
                        .map(reason -> Xml.text("Reason", reason))
                        .orElse("")
                + target.description(network)
                        .map(text -> Xml.text("Description", text))
                        .orElse("");
        return health(target.id, state);
    }

    static String notRegistered(TargetId id) {
        return health(
                id,
                Xml.text("State", "unused")
                        + Xml.text("Reason", "Target.NotRegistered")
                        + Xml.text("Description", "Target is not registered to the target group"));
    }

    private static String health(TargetId id, String state) {
        String port = String.valueOf(id.port());
        return Xml.element("Target", Xml.text("Id", id.id()) + Xml.text("Port", port))
                + Xml.text("HealthCheckPort", port)
                + Xml.element("TargetHealth", state);
    }
}
