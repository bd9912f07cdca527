package org.ecsdelivery.sandbox.teamcity;

import java.time.Instant;
import jetbrains.buildServer.serverSide.SRunningBuild;

/** A build that is about to start, or runs. */
final class RunningServerBuild extends ServerBuild implements SRunningBuild {
    private final BuildSetup setup;

    RunningServerBuild(BuildSetup setup, AgentProperties agent, Instant started, LocalServer server) {
        super(setup, agent, started, server);
        this.setup = setup;
    }

    @Override
    public boolean isFinished() {
        return false;
    }

    @Override
    public boolean isInterrupted() {
        return setup.interruption().reason().isPresent();
    }

    @Override
    public void setBuildNumber(String newBuildNumber) {
        setup.facts().buildNumber(newBuildNumber);
    }
}
