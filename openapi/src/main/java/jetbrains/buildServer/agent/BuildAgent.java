package jetbrains.buildServer.agent;

import org.jetbrains.annotations.NotNull;

/** The agent itself. */
public interface BuildAgent {
    @NotNull
    BuildAgentConfiguration getConfiguration();
}
