package org.ecsdelivery.aws;

import java.util.List;
import java.util.stream.Stream;
import org.ecsdelivery.aws.call.AwsCalls;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.aws.call.RawAnswer;
import org.ecsdelivery.aws.call.RawBodies;
import org.ecsdelivery.aws.call.RawText;
import org.ecsdelivery.engine.ecs.EcsApi.PauseAnswer;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DescribeServiceDeploymentsRequest;

/**
 * Pause hooks and their answers (ECS API reference, ServiceDeployment, lifecycleHookDetails, and ContinueServiceDeployment). The
 * carrier of both calls is one that only looks: were it ever sent as itself, it would change nothing.
 */
final class PauseHooks {
    private final EcsClient client;
    private final AwsCalls calls;

    PauseHooks(EcsClient client, AwsCalls calls) {
        this.client = client;
        this.calls = calls;
    }

    /** Answers all that wait; returns how many. */
    int answer(String deployment, PauseAnswer answer) {
        List<String> waiting =
                calls.of(new AwsOperation("ecs:DescribeServiceDeployments", deployment), () -> waiting(deployment));
        waiting.forEach(hook -> calls.of(
                new AwsOperation("ecs:ContinueServiceDeployment", deployment),
                () -> client.describeServiceDeployments(carrier(
                        deployment,
                        RawBodies.saying(request(deployment, hook, answer), "ContinueServiceDeployment")))));
        return waiting.size();
    }

    private List<String> waiting(String deployment) {
        RawAnswer answer = new RawAnswer();
        client.describeServiceDeployments(carrier(deployment, RawBodies.hearing(answer)));
        return list(JsonNode.parser().parse(answer.text()), "serviceDeployments")
                .flatMap(record -> list(record, "lifecycleHookDetails"))
                .filter(hook -> text(hook, "targetType").equals("PAUSE")
                        && text(hook, "status").equals("AWAITING_ACTION"))
                .map(hook -> text(hook, "hookId"))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static DescribeServiceDeploymentsRequest carrier(
            String deployment, AwsRequestOverrideConfiguration configuration) {
        return DescribeServiceDeploymentsRequest.builder()
                .serviceDeploymentArns(deployment)
                .overrideConfiguration(configuration)
                .build();
    }

    private static String request(String deployment, String hook, PauseAnswer answer) {
        return "{\"serviceDeploymentArn\":" + RawText.of(deployment) + ",\"hookId\":" + RawText.of(hook)
                + ",\"action\":" + RawText.of(answer == PauseAnswer.CONTINUE ? "CONTINUE" : "ROLLBACK") + "}";
    }

    private static Stream<JsonNode> list(JsonNode object, String name) {
        return object.field(name).filter(JsonNode::isArray).map(JsonNode::asArray).orElseGet(List::of).stream();
    }

    private static String text(JsonNode object, String name) {
        return object.field(name).filter(JsonNode::isString).map(JsonNode::text).orElse("");
    }
}
