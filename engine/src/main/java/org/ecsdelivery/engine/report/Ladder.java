package org.ecsdelivery.engine.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A task and the places of its life that it was seen at, in order.
 *
 * @param task its id
 * @param targets its targets, for the reader; may be empty
 * @param steps the places
 */
record Ladder(String task, String targets, List<Step> steps) {
    Ladder {
        steps = List.copyOf(steps);
    }

    /**
     * A place in the life of a task.
     *
     * @param state its name
     * @param at since when the task is there
     * @param stayed how long it stayed, or has stayed so far; zero for the last one of a task that is gone
     */
    record Step(String state, Instant at, Duration stayed) {
        Instant until() {
            return at.plus(stayed);
        }
    }
}
