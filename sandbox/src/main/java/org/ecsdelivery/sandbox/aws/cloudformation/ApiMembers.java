package org.ecsdelivery.sandbox.aws.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ecsdelivery.sandbox.aws.front.Json;

/**
 * Turns properties of a template into members of the ECS API: {@code ContainerPort: '8080'} becomes
 * {@code "containerPort": 8080}. Templates may write numbers and flags as texts.
 */
final class ApiMembers {
    private static final Set<String> NUMBERS = Set.of(
            "containerPort",
            "hostPort",
            "stopTimeout",
            "startTimeout",
            "desiredCount",
            "weight",
            "base",
            "minimumHealthyPercent",
            "maximumPercent",
            "healthCheckGracePeriodSeconds",
            "memoryReservation",
            "targetCapacity");
    /** Numbers of a container, texts of a task. */
    private static final Set<String> OF_CONTAINERS = Set.of("cpu", "memory");
    /** Members whose own members are names that people give. */
    private static final Set<String> FREE = Set.of("options", "dockerLabels");

    private ApiMembers() {}

    static ObjectNode of(Map<String, Object> properties) {
        return object(properties, false, false);
    }

    private static ObjectNode object(Map<?, ?> properties, boolean container, boolean free) {
        ObjectNode members = Json.object();
        properties.forEach((key, value) -> {
            String name = free ? String.valueOf(key) : lower(String.valueOf(key));
            members.set(name, value(name, value, container));
        });
        return members;
    }

    private static JsonNode value(String name, Object value, boolean container) {
        if (value instanceof Map<?, ?> map) {
            return object(map, false, FREE.contains(name));
        }
        if (value instanceof List<?> list) {
            ArrayNode items = Json.array();
            list.forEach(each -> items.add(
                    each instanceof Map<?, ?> map
                            ? object(map, name.equals("containerDefinitions"), false)
                            : value(name, each, container)));
            return items;
        }
        String text = String.valueOf(value);
        if (value instanceof Boolean flag) {
            return BooleanNode.valueOf(flag);
        }
        boolean number = NUMBERS.contains(name) || container && OF_CONTAINERS.contains(name);
        return number ? IntNode.valueOf(Integer.parseInt(text)) : TextNode.valueOf(text);
    }

    private static String lower(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
