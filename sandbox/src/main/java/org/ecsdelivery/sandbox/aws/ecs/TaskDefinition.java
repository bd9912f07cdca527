package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A registered revision: the JSON as it came in plus the fields the server sets. */
record TaskDefinition(String arn, String family, int revision, ObjectNode json, JsonNode tags) {

    boolean active() {
        return json.path("status").asText().equals("ACTIVE");
    }

    boolean awsvpc() {
        return json.path("networkMode").asText().equals("awsvpc");
    }

    List<JsonNode> containers() {
        List<JsonNode> containers = new ArrayList<>();
        json.path("containerDefinitions").forEach(containers::add);
        return containers;
    }

    /** The longest stop timeout of its containers; AWS sets 30 s where there is none. */
    Duration stopTimeout() {
        return Duration.ofSeconds(containers().stream()
                .mapToLong(container -> container.path("stopTimeout").asLong(30))
                .max()
                .orElse(30));
    }
}
