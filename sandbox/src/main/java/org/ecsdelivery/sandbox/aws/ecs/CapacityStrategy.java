package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.ecsdelivery.sandbox.aws.front.AwsCall;

/** Takes or refuses capacity provider strategies as ECS does (ECS API reference, UpdateService, CapacityProviderStrategyItem). */
final class CapacityStrategy {
    private static final String MEMBER = "capacityProviderStrategy";
    private static final Set<String> FARGATE = Set.of("FARGATE", "FARGATE_SPOT");

    private CapacityStrategy() {}

    /** Looks at what a service is to be made of. */
    static void check(JsonNode body) {
        JsonNode strategy = body.path(MEMBER);
        if (strategy.isEmpty()) {
            return;
        }
        if (body.has("launchType")) {
            throw Operations.invalid(
                    "Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.");
        }
        List<JsonNode> items =
                StreamSupport.stream(strategy.spliterator(), false).toList();
        long fargate = items.stream()
                .filter(each -> FARGATE.contains(each.path("capacityProvider").asText()))
                .count();
        if (fargate > 0 && fargate < items.size()) {
            throw Operations.invalid(
                    "A capacity provider strategy cannot contain a mix of capacity providers using Auto Scaling"
                            + " groups and Fargate providers. Specify one or the other and try again.");
        }
        if (items.stream().allMatch(each -> each.path("weight").asInt(0) == 0)) {
            throw Operations.invalid(
                    "The capacity provider strategy needs at least one weight that is greater than 0.");
        }
        if (items.stream().filter(each -> each.path("base").asInt(0) > 0).count() > 1) {
            throw Operations.invalid("The capacity provider strategy may have one base only.");
        }
    }

    /** Gives a service another one; an empty one leads back to the launch type. */
    static void change(Service service, AwsCall call) {
        JsonNode wanted = call.body().path(MEMBER);
        if (wanted.isMissingNode() || wanted.equals(service.settings.path(MEMBER))) {
            return;
        }
        check(call.body());
        if (!call.body().path("forceNewDeployment").asBoolean()) {
            throw Operations.invalid(
                    "When switching from launch type to capacity provider strategy on an existing service, or"
                            + " making a change to a capacity provider strategy on a service that is already using one, you must force"
                            + " a new deployment.");
        }
        if (wanted.isEmpty()) {
            service.settings.remove(MEMBER);
        } else {
            service.settings.set(MEMBER, wanted);
            service.settings.remove("launchType");
        }
    }

    /** Says on what the tasks of a deployment are placed. */
    static void show(Service service, Deployment deployment, ObjectNode json) {
        if (service.settings.has(MEMBER)) {
            json.set(MEMBER, service.settings.path(MEMBER));
        } else {
            json.put("launchType", deployment.definition.awsvpc() ? "FARGATE" : "EC2");
        }
    }
}
