package org.ecsdelivery.sandbox.aws.ecs;

import java.time.Instant;

/** Takes what containers with the {@code awslogs} driver print. */
@FunctionalInterface
public interface ContainerLog {
    /** Appends one line to a stream, as in {@code app/web/0123456789abcdef0123456789abcdef}. */
    void append(String group, String stream, Instant at, String line);

    /** Makes a group that tasks are to write to, where it is not there; groups come with their first line otherwise. */
    default void create(String group) {}
}
