package jetbrains.buildServer.agent;

import org.jetbrains.annotations.NotNull;

/** Which steps a runner runs, and whether this agent can. */
public interface AgentBuildRunnerInfo {
    @NotNull
    String getType();

    boolean canRun(@NotNull BuildAgentConfiguration agentConfiguration);
}
