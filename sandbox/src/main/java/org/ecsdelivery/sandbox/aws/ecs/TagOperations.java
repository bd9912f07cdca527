package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.Json;

/** Tags of clusters, services and task definitions. */
final class TagOperations implements Operations {
    private final World world;

    TagOperations(World world) {
        this.world = world;
    }

    @Override
    public Map<String, Function<AwsCall, JsonNode>> byName() {
        return Map.of("TagResource", this::tag, "ListTagsForResource", this::list);
    }

    private JsonNode tag(AwsCall call) {
        call.body().path("tags").forEach(tag -> put(tags(call), tag));
        return Json.object();
    }

    private static void put(ArrayNode tags, JsonNode tag) {
        for (int i = tags.size() - 1; i >= 0; i--) {
            if (tags.get(i).path("key").equals(tag.path("key"))) {
                tags.remove(i);
            }
        }
        tags.add(tag);
    }

    private JsonNode list(AwsCall call) {
        return Json.object().set("tags", tags(call));
    }

    private ArrayNode tags(AwsCall call) {
        String arn = call.required("resourceArn");
        Stream<Optional<JsonNode>> clusters = world.clusters.values().stream()
                .map(cluster -> Optional.of(cluster.tags).filter(tags -> cluster.arn.equals(arn)));
        Stream<Optional<JsonNode>> services = world.clusters.values().stream()
                .flatMap(cluster -> cluster.services.values().stream())
                .map(service -> Optional.of(service.tags).filter(tags -> service.arn.equals(arn)));
        Stream<Optional<JsonNode>> definitions = world.definitions.all().stream()
                .map(definition -> Optional.of(definition.tags())
                        .filter(tags -> definition.arn().equals(arn)));
        return Stream.of(clusters, services, definitions)
                .flatMap(found -> found)
                .flatMap(Optional::stream)
                .map(ArrayNode.class::cast)
                .findFirst()
                .orElseThrow(() -> Operations.invalid("The specified resource was not found: " + arn));
    }
}
