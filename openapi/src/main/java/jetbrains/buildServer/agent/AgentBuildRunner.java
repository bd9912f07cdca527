package jetbrains.buildServer.agent;

import jetbrains.buildServer.RunBuildException;
import org.jetbrains.annotations.NotNull;

/** Runs the steps of one run type on the agent. */
public interface AgentBuildRunner extends AgentExtension {
    @NotNull
    BuildProcess createBuildProcess(@NotNull AgentRunningBuild runningBuild, @NotNull BuildRunnerContext context)
            throws RunBuildException;

    @NotNull
    AgentBuildRunnerInfo getRunnerInfo();
}
