package org.ecsdelivery.sandbox.aws.elb;

import java.util.List;
import java.util.stream.Stream;
import org.ecsdelivery.sandbox.aws.elb.LoadBalancers.Listener;
import org.ecsdelivery.sandbox.aws.elb.LoadBalancers.Rule;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.Xml;

/** Writes load balancers, listeners and rules as the Query protocol does. */
record BalancerViews(LoadBalancers balancers) {
    String describe(AwsCall call) {
        return Xml.members(
                "LoadBalancers",
                call.members("LoadBalancerArns").stream()
                        .map(arn -> Xml.text("LoadBalancerArn", arn)
                                + Xml.text("Type", "application")
                                + Xml.element(
                                        "SecurityGroups",
                                        String.join(
                                                "",
                                                balancers.securityGroups(arn).stream()
                                                        .map(each -> Xml.text("member", each))
                                                        .toList())))
                        .toList());
    }

    String listeners(AwsCall call) {
        return Xml.members(
                "Listeners",
                balancers.listenersOf(call.requiredParam("LoadBalancerArn")).stream()
                        .map(BalancerViews::listener)
                        .toList());
    }

    private static String listener(Listener listener) {
        return Xml.text("ListenerArn", listener.arn())
                + Xml.text("LoadBalancerArn", listener.loadBalancer())
                + Xml.text("Protocol", "HTTPS")
                + Xml.text("Port", String.valueOf(listener.port()))
                + Xml.members("DefaultActions", List.of(fixed()));
    }

    private static String fixed() {
        return Xml.text("Type", "fixed-response") + Xml.element("FixedResponseConfig", Xml.text("StatusCode", "404"));
    }

    String rules(AwsCall call) {
        Listener listener = balancers.listener(call.requiredParam("ListenerArn"));
        String last = Xml.text("Priority", "default")
                + Xml.text("IsDefault", "true")
                + Xml.members("Actions", List.of(fixed()));
        return Xml.members(
                "Rules",
                Stream.concat(listener.rules().stream().map(BalancerViews::rule), Stream.of(last))
                        .toList());
    }

    private static String rule(Rule rule) {
        String tuple =
                Xml.text("TargetGroupArn", rule.targetGroup()) + Xml.text("Weight", String.valueOf(rule.weight()));
        return Xml.text("RuleArn", rule.arn())
                + Xml.text("Priority", rule.priority())
                + Xml.text("IsDefault", "false")
                + Xml.members(
                        "Actions",
                        List.of(Xml.text("Type", "forward")
                                + Xml.element("ForwardConfig", Xml.members("TargetGroups", List.of(tuple)))));
    }
}
