package org.ecsdelivery.engine.ecs;

import java.time.Instant;
import java.util.Optional;

/**
 * When a task came to the places of its life, by AWS's clock (ECS API reference, Task).
 *
 * @param created when ECS made it
 * @param pullStarted when it began to pull its images
 * @param started when it began to run
 * @param stopping when its containers were told to end
 */
public record TaskTimes(
        Optional<Instant> created,
        Optional<Instant> pullStarted,
        Optional<Instant> started,
        Optional<Instant> stopping) {
    /** The times of a task of which nothing is known. */
    public static final TaskTimes UNKNOWN =
            new TaskTimes(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
