package jetbrains.buildServer.agent;

import org.jetbrains.annotations.NotNull;

/** Hears everything and does nothing, until overridden. */
public class AgentLifeCycleAdapter implements AgentLifeCycleListener {
    public AgentLifeCycleAdapter() {}

    @Override
    public void agentInitialized(@NotNull BuildAgent agent) {}

    @Override
    public void agentStarted(@NotNull BuildAgent agent) {}

    @Override
    public void agentShutdown() {}

    @Override
    public void pluginsLoaded() {}

    @Override
    public void buildStarted(@NotNull AgentRunningBuild runningBuild) {}

    @Override
    public void sourcesUpdated(@NotNull AgentRunningBuild runningBuild) {}

    @Override
    public void personalPatchApplied(@NotNull AgentRunningBuild runningBuild) {}

    @Override
    public void dependenciesDownloaded(@NotNull AgentRunningBuild runningBuild) {}

    @Override
    public void preparationFinished(@NotNull AgentRunningBuild runningBuild) {}

    @Override
    public void beforeRunnerStart(@NotNull BuildRunnerContext runner) {}

    @Override
    public void runnerFinished(@NotNull BuildRunnerContext runner, @NotNull BuildFinishedStatus status) {}

    @Override
    public void beforeBuildInterrupted(@NotNull AgentRunningBuild runningBuild, @NotNull BuildInterruptReason reason) {}

    @Override
    public void beforeBuildFinish(@NotNull AgentRunningBuild build, @NotNull BuildFinishedStatus buildStatus) {}

    @Override
    public void afterAtrifactsPublished(@NotNull AgentRunningBuild build, @NotNull BuildFinishedStatus buildStatus) {}

    @Override
    public void buildFinished(@NotNull AgentRunningBuild build, @NotNull BuildFinishedStatus buildStatus) {}
}
