package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One container of a task. */
final class ContainerRun {
    final JsonNode definition;
    final String arn;
    /** Host port per container port. */
    final Map<Integer, Integer> ports = new LinkedHashMap<>();

    OptionalInt exitCode = OptionalInt.empty();
    Optional<String> reason = Optional.empty();

    ContainerRun(JsonNode definition, String arn) {
        this.definition = definition;
        this.arn = arn;
    }

    String name() {
        return definition.path("name").asText();
    }

    String image() {
        return definition.path("image").asText();
    }

    boolean essential() {
        return definition.path("essential").asBoolean(true);
    }
}
