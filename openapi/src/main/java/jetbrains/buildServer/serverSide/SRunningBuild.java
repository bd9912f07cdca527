package jetbrains.buildServer.serverSide;

import jetbrains.buildServer.users.User;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** A build that is running. */
public interface SRunningBuild extends SBuild {
    boolean isInterrupted();

    /** Stops the build; nobody is named when no user does. */
    void stop(@Nullable User user, @Nullable String comment);

    void setBuildNumber(@NotNull String newBuildNumber);
}
