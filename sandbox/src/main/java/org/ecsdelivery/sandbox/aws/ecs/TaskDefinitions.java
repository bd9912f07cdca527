package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.Json;

/** All revisions of all families. */
final class TaskDefinitions {
    private final AwsAccount account;
    private final Map<String, List<TaskDefinition>> families = new LinkedHashMap<>();

    TaskDefinitions(AwsAccount account) {
        this.account = account;
    }

    TaskDefinition register(JsonNode input, Instant at) {
        checked(input);
        checkedTags(input.path("tags"));
        String family = input.path("family").asText();
        List<TaskDefinition> revisions = families.computeIfAbsent(family, name -> new ArrayList<>());
        int revision = revisions.size() + 1;
        String arn = account.arn("ecs", "task-definition/" + family + ":" + revision);
        ObjectNode json = input.deepCopy();
        JsonNode tags = Optional.ofNullable(json.remove("tags")).orElseGet(Json::array);
        fillIn(json);
        json.put("taskDefinitionArn", arn).put("revision", revision).put("status", "ACTIVE");
        json.set("registeredAt", Json.epoch(at));
        json.put("registeredBy", account.callerArn());
        json.set("requiresAttributes", Json.array());
        json.set("compatibilities", Json.texts(List.of("EC2", "FARGATE")));
        TaskDefinition definition = new TaskDefinition(arn, family, revision, json, tags);
        revisions.add(definition);
        return definition;
    }

    private static void checkedTags(JsonNode tags) {
        if (tags.size() > 50) {
            throw Operations.invalid("The maximum number of tags per resource is 50.");
        }
        tags.forEach(tag -> {
            if (tag.path("key").asText().toLowerCase(Locale.ROOT).startsWith("aws:")) {
                throw Operations.invalid("Tag keys may not begin with aws:.");
            }
        });
    }

    /** Adds what ECS takes for what is left out, as DescribeTaskDefinition answers it. */
    private static void fillIn(ObjectNode definition) {
        List.of("volumes", "placementConstraints").forEach(list -> addList(definition, list));
        definition.path("containerDefinitions").forEach(each -> {
            ObjectNode container = (ObjectNode) each;
            List.of("environment", "mountPoints", "volumesFrom").forEach(list -> addList(container, list));
            if (!container.has("cpu")) {
                container.put("cpu", 0);
            }
            if (!container.has("essential")) {
                container.put("essential", true);
            }
        });
    }

    private static void addList(ObjectNode json, String member) {
        if (!json.has(member)) {
            json.putArray(member);
        }
    }

    private static void checked(JsonNode input) {
        if (input.path("family").asText().isBlank()) {
            throw AwsError.client("ClientException", "Family contains invalid characters.");
        }
        if (input.path("containerDefinitions").isEmpty()) {
            throw AwsError.client("ClientException", "Container list cannot be empty.");
        }
        for (JsonNode container : input.path("containerDefinitions")) {
            if (container.path("image").asText().isBlank()) {
                throw AwsError.client("ClientException", "Container.image should not be null or empty.");
            }
        }
    }

    /** Finds by family (its newest active revision), family:revision or ARN. */
    Optional<TaskDefinition> find(String reference) {
        String name = reference.substring(reference.indexOf('/') + 1);
        int colon = name.lastIndexOf(':');
        if (colon < 0) {
            return revisions(name).stream().filter(TaskDefinition::active).reduce((first, second) -> second);
        }
        return revisions(name.substring(0, colon)).stream()
                .filter(definition -> name.endsWith(":" + definition.revision()))
                .findFirst();
    }

    TaskDefinition usable(String reference) {
        TaskDefinition found =
                find(reference).orElseThrow(() -> AwsError.client("ClientException", "TaskDefinition not found."));
        if (!found.active()) {
            throw AwsError.client("ClientException", "TaskDefinition is inactive");
        }
        return found;
    }

    void deregister(TaskDefinition definition, Instant at) {
        definition.json().put("status", "INACTIVE").set("deregisteredAt", Json.epoch(at));
    }

    List<TaskDefinition> all() {
        return families.values().stream().flatMap(List::stream).toList();
    }

    List<TaskDefinition> revisions(String family) {
        return families.getOrDefault(family, List.of());
    }
}
