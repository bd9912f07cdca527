package jetbrains.buildServer.agent;

import org.jetbrains.annotations.NotNull;

/** Why a build is being interrupted. */
public final class BuildInterruptReason {
    public static final BuildInterruptReason EXECUTION_TIMEOUT = new BuildInterruptReason("Execution timeout");
    public static final BuildInterruptReason AGENT_SHUTDOWN = new BuildInterruptReason("Agent shutdown");
    public static final BuildInterruptReason NOT_RUNNING_BUILD_ON_SERVER =
            new BuildInterruptReason("The build is not running on the server");
    public static final BuildInterruptReason SERVER_STOP_BUILD = new BuildInterruptReason("Stopped from the server");
    public static final BuildInterruptReason SERVER_STOP_BY_PLUGIN =
            new BuildInterruptReason("Stopped by a plugin on the server");
    public static final BuildInterruptReason AGENT_CANCEL_BUILD = new BuildInterruptReason("Cancelled on the agent");
    public static final BuildInterruptReason AGENT_STOP_BUILD = new BuildInterruptReason("Stopped on the agent");
    public static final BuildInterruptReason UNKNOWN_REASON = new BuildInterruptReason("Unknown reason");

    private final String userDescription;

    private BuildInterruptReason(String userDescription) {
        this.userDescription = userDescription;
    }

    @NotNull
    public String getUserDescription() {
        return userDescription;
    }

    @Override
    public String toString() {
        return userDescription;
    }
}
