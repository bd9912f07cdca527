package org.ecsdelivery.sandbox.teamcity;

import java.time.Instant;
import jetbrains.buildServer.serverSide.SRunningBuild;
import jetbrains.buildServer.users.User;
import org.jspecify.annotations.Nullable;

/** A build that is about to start, or runs. */
final class RunningServerBuild extends ServerBuild implements SRunningBuild {
    private final BuildSetup setup;
    private final Runnable stop;

    RunningServerBuild(BuildSetup setup, AgentProperties agent, Instant started, LocalServer server, Runnable stop) {
        super(setup, agent, started, server);
        this.setup = setup;
        this.stop = stop;
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
    public void stop(@Nullable User user, @Nullable String comment) {
        setup.log().warning("The build is being stopped: " + comment);
        stop.run();
    }

    @Override
    public void setBuildNumber(String newBuildNumber) {
        setup.facts().buildNumber(newBuildNumber);
    }
}
