package jetbrains.buildServer.agent;

import java.util.EventListener;
import org.jetbrains.annotations.NotNull;

/** Hears of what happens on the agent; extend {@link AgentLifeCycleAdapter} instead of implementing it. */
public interface AgentLifeCycleListener extends EventListener {
    void agentInitialized(@NotNull BuildAgent agent);

    void agentStarted(@NotNull BuildAgent agent);

    void agentShutdown();

    void pluginsLoaded();

    void buildStarted(@NotNull AgentRunningBuild runningBuild);

    void sourcesUpdated(@NotNull AgentRunningBuild runningBuild);

    void personalPatchApplied(@NotNull AgentRunningBuild runningBuild);

    void dependenciesDownloaded(@NotNull AgentRunningBuild runningBuild);

    void preparationFinished(@NotNull AgentRunningBuild runningBuild);

    void beforeRunnerStart(@NotNull BuildRunnerContext runner);

    void runnerFinished(@NotNull BuildRunnerContext runner, @NotNull BuildFinishedStatus status);

    void beforeBuildInterrupted(@NotNull AgentRunningBuild runningBuild, @NotNull BuildInterruptReason reason);

    void beforeBuildFinish(@NotNull AgentRunningBuild build, @NotNull BuildFinishedStatus buildStatus);

    void afterAtrifactsPublished(@NotNull AgentRunningBuild build, @NotNull BuildFinishedStatus buildStatus);

    void buildFinished(@NotNull AgentRunningBuild build, @NotNull BuildFinishedStatus buildStatus);
}
