package jetbrains.buildServer.serverSide;

import org.jetbrains.annotations.NotNull;

/** A build that is running. */
public interface SRunningBuild extends SBuild {
    boolean isInterrupted();

    void setBuildNumber(@NotNull String newBuildNumber);
}
