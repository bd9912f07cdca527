package org.ecsdelivery.engine.ecs;

import java.util.List;
import java.util.Locale;

/**
 * Why ECS did not start a task (ECS developer guide, "API failure reasons").
 *
 * @param reason ECS's own words, such as {@code RESOURCE:MEMORY}
 * @param detail more of them, often empty
 */
public record RunFailure(String reason, String detail) {
    /** What another task's end, one more container instance, or its agent's return mends. */
    private static final List<String> PASSING = List.of("resource:", "agent", "capacity", "limit on the number of");

    /** Tells whether the same request may succeed later. */
    public boolean mayPass() {
        String words = reason.toLowerCase(Locale.ROOT);
        return PASSING.stream().anyMatch(words::contains);
    }

    @Override
    public String toString() {
        return detail.isBlank() ? reason : reason + " (" + detail + ")";
    }
}
