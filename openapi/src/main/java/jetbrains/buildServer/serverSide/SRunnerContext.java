package jetbrains.buildServer.serverSide;

import java.util.Map;
import org.jetbrains.annotations.NotNull;

/** A build step of a build about to start; what is added here reaches the agent. */
public interface SRunnerContext extends SBuildRunnerDescriptor {
    void addRunnerParameter(@NotNull String key, @NotNull String value);

    @NotNull
    Map<String, String> getBuildParameters();

    void addBuildParameter(@NotNull String key, @NotNull String value);

    void addBuildParameters(@NotNull Map<String, String> params);

    boolean isEnabled();
}
