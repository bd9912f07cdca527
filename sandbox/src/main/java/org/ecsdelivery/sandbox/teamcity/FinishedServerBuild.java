package org.ecsdelivery.sandbox.teamcity;

import java.time.Instant;
import java.util.Optional;
import jetbrains.buildServer.messages.Status;
import jetbrains.buildServer.serverSide.Branch;
import jetbrains.buildServer.serverSide.SFinishedBuild;

/** A build that is over. */
final class FinishedServerBuild extends ServerBuild implements SFinishedBuild {
    private final boolean succeeded;

    FinishedServerBuild(
            BuildSetup setup, AgentProperties agent, Instant started, LocalServer server, boolean succeeded) {
        super(setup, agent, started, server);
        this.succeeded = succeeded;
    }

    @Override
    public boolean isFinished() {
        return true;
    }

    @Override
    public Status getBuildStatus() {
        return succeeded ? Status.NORMAL : Status.FAILURE;
    }

    boolean isOnDefaultBranch() {
        return Optional.ofNullable(getBranch()).map(Branch::isDefaultBranch).orElse(true);
    }
}
