package jetbrains.buildServer.agent;

import org.jetbrains.annotations.Nullable;

/** How a step or a build ended on the agent. */
public enum BuildFinishedStatus {
    INTERRUPTED(true, 4),
    FINISHED_SUCCESS(false, 0),
    FINISHED_FAILED(true, 2),
    FINISHED_WITH_PROBLEMS(true, 3),
    FINISHED_DETACHED(false, 1);

    private final boolean failed;
    private final int badness;

    BuildFinishedStatus(boolean failed, int badness) {
        this.failed = failed;
        this.badness = badness;
    }

    public boolean isFailed() {
        return failed;
    }

    public boolean isFinished() {
        return this != INTERRUPTED;
    }

    public BuildFinishedStatus worse(@Nullable BuildFinishedStatus other) {
        return other == null || badness >= other.badness ? this : other;
    }
}
