package org.ecsdelivery.sandbox.aws.cloudformation;

import java.util.Map;
import java.util.Optional;

/** A resource of a stack. */
final class StackResource {
    final String id;
    final String type;
    /** What becomes of it when the stack does without it: {@code Delete}, {@code Retain}, {@code RetainExceptOnCreate}. */
    final String deletionPolicy;

    Map<String, Object> properties;
    Optional<Physical> physical = Optional.empty();
    String status = "";
    String reason = "";
    /** What somebody changed outside of the stack: the value that is there, by the property's path. */
    Map<String, String> drifted = Map.of();

    StackResource(String id, String type, String deletionPolicy, Map<String, Object> properties) {
        this.id = id;
        this.type = type;
        this.deletionPolicy = deletionPolicy;
        this.properties = properties;
    }

    String physicalId() {
        return physical.map(Physical::id).orElse("");
    }
}
