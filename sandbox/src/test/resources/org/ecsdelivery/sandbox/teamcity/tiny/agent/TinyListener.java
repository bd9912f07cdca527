package tiny.agent;

import jetbrains.buildServer.agent.AgentLifeCycleAdapter;
import jetbrains.buildServer.agent.AgentLifeCycleListener;
import jetbrains.buildServer.agent.AgentRunningBuild;
import jetbrains.buildServer.agent.BuildFinishedStatus;
import jetbrains.buildServer.agent.BuildInterruptReason;
import jetbrains.buildServer.agent.BuildRunnerContext;
import jetbrains.buildServer.util.EventDispatcher;

public class TinyListener extends AgentLifeCycleAdapter {
    public TinyListener(EventDispatcher<AgentLifeCycleListener> events) {
        events.addListener(this);
    }

    @Override
    public void buildStarted(AgentRunningBuild build) {
        build.getBuildLogger().message("event buildStarted");
    }

    @Override
    public void dependenciesDownloaded(AgentRunningBuild build) {
        build.getBuildLogger().message("event dependenciesDownloaded");
    }

    @Override
    public void preparationFinished(AgentRunningBuild build) {
        build.getBuildLogger().message("event preparationFinished");
        build.getBuildFeaturesOfType("tiny-feature").forEach(feature -> {
            build.getBuildLogger().message("feature " + feature.getParameters());
            if (feature.getParameters().containsKey("stop")) {
                build.stopBuild(feature.getParameters().get("stop"));
            }
            if (feature.getParameters().containsKey("break")) {
                throw new IllegalStateException("broken");
            }
        });
        build.getBuildRunners().forEach(runner -> build.getBuildLogger()
                .message("runner " + runner.getId() + " " + runner.getName() + " " + runner.getRunnerParameters().get("text")));
    }

    @Override
    public void beforeBuildFinish(AgentRunningBuild build, BuildFinishedStatus status) {
        build.getBuildLogger().message("event beforeBuildFinish " + status);
    }

    @Override
    public void beforeRunnerStart(BuildRunnerContext runner) {
        runner.addEnvironmentVariable("TINY_LISTENER", "was here");
        runner.getBuild().getBuildLogger().message("event beforeRunnerStart");
    }

    @Override
    public void runnerFinished(BuildRunnerContext runner, BuildFinishedStatus status) {
        runner.getBuild().getBuildLogger().message("event runnerFinished " + status);
    }

    @Override
    public void beforeBuildInterrupted(AgentRunningBuild build, BuildInterruptReason reason) {
        build.getBuildLogger().message("event beforeBuildInterrupted");
    }

    @Override
    public void buildFinished(AgentRunningBuild build, BuildFinishedStatus status) {
        build.getBuildLogger().message("event buildFinished " + status);
    }
}
