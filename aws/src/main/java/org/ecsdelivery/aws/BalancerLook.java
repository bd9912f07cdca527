package org.ecsdelivery.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ecsdelivery.aws.call.AwsCalls;
import org.ecsdelivery.aws.call.AwsOperation;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** Looks at load balancers, their listeners and rules. */
record BalancerLook(ElasticLoadBalancingV2Client client, AwsCalls calls) {
    List<TargetGroup> groups(List<String> arns) {
        return calls.of(
                new AwsOperation("elasticloadbalancing:DescribeTargetGroups", String.join(", ", arns)),
                () -> client.describeTargetGroups(request -> request.targetGroupArns(arns))
                        .targetGroups());
    }

    List<String> securityGroups(List<String> loadBalancers) {
        return balancers(loadBalancers).stream()
                .flatMap(each -> each.securityGroups().stream())
                .distinct()
                .toList();
    }

    private List<LoadBalancer> balancers(List<String> arns) {
        return arns.isEmpty()
                ? List.of()
                : calls.of(
                        new AwsOperation("elasticloadbalancing:DescribeLoadBalancers", String.join(", ", arns)),
                        () -> client.describeLoadBalancers(request -> request.loadBalancerArns(arns))
                                .loadBalancers());
    }

    /** Returns the listeners and rules that send requests to one of the groups. */
    List<String> routes(List<String> loadBalancers, List<String> groups) {
        List<String> routes = new ArrayList<>();
        for (String arn : loadBalancers) {
            for (Listener listener : listeners(arn)) {
                String name = listener.protocolAsString() + ":" + listener.port();
                if (leads(listener.defaultActions(), groups)) {
                    routes.add(name);
                }
                // only those of an Application Load Balancer have rules
                if (arn.contains(":loadbalancer/app/")) {
                    rules(listener.listenerArn()).stream()
                            .filter(each -> !Boolean.TRUE.equals(each.isDefault()) && leads(each.actions(), groups))
                            .map(each -> name + " rule " + each.priority())
                            .forEach(routes::add);
                }
            }
        }
        return routes;
    }

    private List<Listener> listeners(String loadBalancer) {
        return calls.of(
                new AwsOperation("elasticloadbalancing:DescribeListeners", loadBalancer),
                () ->
                        client
                                .describeListenersPaginator(request -> request.loadBalancerArn(loadBalancer))
                                .listeners()
                                .stream()
                                .toList());
    }

    private List<Rule> rules(String listener) {
        return calls.of(
                new AwsOperation("elasticloadbalancing:DescribeRules", listener),
                () -> client.describeRulesPaginator(request -> request.listenerArn(listener)).rules().stream()
                        .toList());
    }

    private static boolean leads(List<Action> actions, List<String> groups) {
        return actions.stream().flatMap(BalancerLook::targets).anyMatch(groups::contains);
    }

    /** A weight of 0 sends nothing (ELB API reference, TargetGroupTuple). */
    private static Stream<String> targets(Action action) {
        if (action.forwardConfig() == null
                || action.forwardConfig().targetGroups().isEmpty()) {
            return Stream.ofNullable(action.targetGroupArn());
        }
        return action.forwardConfig().targetGroups().stream()
                .filter(each -> each.weight() == null || each.weight() > 0)
                .map(TargetGroupTuple::targetGroupArn);
    }
}
