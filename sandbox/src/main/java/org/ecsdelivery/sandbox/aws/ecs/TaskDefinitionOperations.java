package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.Json;

/** Task definitions. */
final class TaskDefinitionOperations implements Operations {
    private final World world;

    TaskDefinitionOperations(World world) {
        this.world = world;
    }

    @Override
    public Map<String, Function<AwsCall, JsonNode>> byName() {
        return Map.of(
                "RegisterTaskDefinition", this::register,
                "DescribeTaskDefinition", this::describe,
                "DeregisterTaskDefinition", this::deregister,
                "ListTaskDefinitions", this::list);
    }

    private JsonNode register(AwsCall call) {
        return answer(world.definitions.register(call.body(), world.simulation.now()), true);
    }

    private JsonNode describe(AwsCall call) {
        TaskDefinition found = world.definitions
                .find(call.required("taskDefinition"))
                .orElseThrow(() -> AwsError.client("ClientException", "Unable to describe task definition."));
        return answer(found, Operations.includes(call, "TAGS"));
    }

    private JsonNode deregister(AwsCall call) {
        String reference = call.required("taskDefinition");
        TaskDefinition found = world.definitions
                .find(reference)
                .filter(definition -> reference.endsWith(":" + definition.revision()))
                .orElseThrow(() -> AwsError.client("ClientException", "The specified task definition does not exist."));
        world.definitions.deregister(found, world.simulation.now());
        return answer(found, false);
    }

    private static ObjectNode answer(TaskDefinition definition, boolean withTags) {
        ObjectNode answer = Json.object();
        answer.set("taskDefinition", definition.json());
        if (withTags) {
            answer.set("tags", definition.tags());
        }
        return answer;
    }

    private JsonNode list(AwsCall call) {
        String prefix = call.text("familyPrefix").orElse("");
        String status = call.text("status").orElse("ACTIVE");
        List<TextNode> arns = new ArrayList<>(world.definitions.all().stream()
                .filter(definition -> prefix.isEmpty() || definition.family().equals(prefix))
                .filter(definition -> definition.json().path("status").asText().equals(status))
                .map(definition -> TextNode.valueOf(definition.arn()))
                .toList());
        if (call.text("sort").filter("DESC"::equals).isPresent()) {
            Collections.reverse(arns);
        }
        return Operations.page(call, "taskDefinitionArns", arns);
    }
}
