package org.ecsdelivery.sandbox.aws.ecs;

import java.util.List;
import java.util.Optional;

/**
 * What the tasks of an image do once started.
 *
 * @param kind what they do
 * @param code exit code or HTTP status, where the kind has one
 * @param reason reason of the container, where there is one beside the exit code
 * @param lines lines the container prints when it runs
 */
public record TaskBehaviour(Kind kind, int code, Optional<String> reason, List<String> lines) {

    /** The ways of a task. */
    public enum Kind {
        /** Starts, serves, stops when told. */
        HEALTHY,
        /** Exits by itself soon after it runs. */
        EXITS,
        /** Runs and fails every health check. */
        NEVER_HEALTHY,
        /** Serves, but has to be killed when it is to stop. */
        IGNORES_SIGTERM,
        /** Never starts, for want of its image. */
        CANNOT_PULL
    }

    private static TaskBehaviour of(Kind kind, int code) {
        return new TaskBehaviour(kind, code, Optional.empty(), List.of());
    }

    /** Answers a task that starts, serves, and stops when told. */
    public static TaskBehaviour healthy() {
        return of(Kind.HEALTHY, 0);
    }

    /** Answers a task that exits by itself soon after it runs, as in {@code OutOfMemoryError: Container killed ...}. */
    public static TaskBehaviour crashes(int exitCode, String reason) {
        return new TaskBehaviour(Kind.EXITS, exitCode, Optional.of(reason), List.of());
    }

    /** Answers a task that exits by itself soon after it runs, with no reason beside the exit code. */
    public static TaskBehaviour exits(int exitCode) {
        return of(Kind.EXITS, exitCode);
    }

    /** Answers a task whose health checks fail with an HTTP status. */
    public static TaskBehaviour neverHealthy(int httpCode) {
        return of(Kind.NEVER_HEALTHY, httpCode);
    }

    /** Answers a task that has to be killed after its stop timeout. */
    public static TaskBehaviour ignoresSigterm() {
        return of(Kind.IGNORES_SIGTERM, 0);
    }

    /** Answers a task whose image cannot be pulled. */
    public static TaskBehaviour cannotPull() {
        return of(Kind.CANNOT_PULL, 0);
    }

    /** Makes the task print lines when it runs. */
    public TaskBehaviour printing(String... text) {
        return new TaskBehaviour(kind, code, reason, List.of(text));
    }
}
