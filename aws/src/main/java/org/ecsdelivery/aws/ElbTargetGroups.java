package org.ecsdelivery.aws;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.aws.call.AwsCalls;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.engine.ecs.Target;
import org.ecsdelivery.engine.ecs.TargetGroupApi;
import org.ecsdelivery.engine.ecs.TargetState;
import org.ecsdelivery.engine.ecs.TargetState.Health;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** Elastic Load Balancing's target groups. */
final class ElbTargetGroups implements TargetGroupApi {
    private static final String DELAY = "deregistration_delay.timeout_seconds";

    /** What holds when the attribute is not set (ELB API reference, TargetGroupAttribute). */
    private static final long USUAL_DELAY_SECONDS = 300;

    private static final Map<String, Health> HEALTH = Map.of(
            "initial", Health.INITIAL,
            "healthy", Health.HEALTHY,
            "unhealthy", Health.UNHEALTHY,
            "unhealthy.draining", Health.UNHEALTHY_DRAINING,
            "draining", Health.DRAINING,
            "unused", Health.UNUSED,
            "unavailable", Health.UNAVAILABLE);

    private final ElasticLoadBalancingV2Client client;
    private final AwsCalls calls;

    ElbTargetGroups(ElasticLoadBalancingV2Client client, AwsCalls calls) {
        this.client = client;
        this.calls = calls;
    }

    @Override
    public Duration deregistrationDelay(String targetGroupArn) {
        return calls.of(
                new AwsOperation("elasticloadbalancing:DescribeTargetGroupAttributes", targetGroupArn),
                () ->
                        Duration.ofSeconds(client
                                .describeTargetGroupAttributes(request -> request.targetGroupArn(targetGroupArn))
                                .attributes()
                                .stream()
                                .filter(attribute -> attribute.key().equals(DELAY))
                                .map(TargetGroupAttribute::value)
                                .mapToLong(Long::parseLong)
                                .findFirst()
                                .orElse(USUAL_DELAY_SECONDS)));
    }

    @Override
    public Duration healthyWithin(String targetGroupArn) {
        return calls.of(
                new AwsOperation("elasticloadbalancing:DescribeTargetGroups", targetGroupArn),
                () ->
                        client
                                .describeTargetGroups(request -> request.targetGroupArns(targetGroupArn))
                                .targetGroups()
                                .stream()
                                .map(ElbTargetGroups::healthyWithin)
                                .findFirst()
                                .orElse(Duration.ZERO));
    }

    private static Duration healthyWithin(TargetGroup group) {
        Integer interval = group.healthCheckIntervalSeconds();
        Integer threshold = group.healthyThresholdCount();
        return interval == null || threshold == null
                ? Duration.ZERO
                : Duration.ofSeconds(interval).multipliedBy(threshold);
    }

    @Override
    public Map<Target, TargetState> targets(String targetGroupArn) {
        return calls.of(new AwsOperation("elasticloadbalancing:DescribeTargetHealth", targetGroupArn), () -> {
            Map<Target, TargetState> targets = new LinkedHashMap<>();
            descriptions(targetGroupArn).forEach(each -> targets.put(target(each), state(each.targetHealth())));
            return targets;
        });
    }

    /** Nothing is registered in a target group that is deleted while it drains. */
    private List<TargetHealthDescription> descriptions(String targetGroupArn) {
        try {
            return client.describeTargetHealth(request -> request.targetGroupArn(targetGroupArn))
                    .targetHealthDescriptions();
        } catch (TargetGroupNotFoundException deleted) {
            return List.of();
        }
    }

    /** A Lambda function has no port; such a group is none of ECS's. */
    private static Target target(TargetHealthDescription description) {
        Integer port = description.target().port();
        return new Target(description.target().id(), port == null ? 0 : port);
    }

    private static TargetState state(@Nullable TargetHealth health) {
        if (health == null) {
            return new TargetState(Health.UNKNOWN, "");
        }
        String word = Optional.ofNullable(health.stateAsString()).orElse("");
        String detail = Stream.of(
                        Optional.ofNullable(health.reasonAsString()), Optional.ofNullable(health.description()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(": "));
        return new TargetState(HEALTH.getOrDefault(word, Health.UNKNOWN), detail);
    }
}
