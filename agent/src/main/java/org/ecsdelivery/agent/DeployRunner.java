package org.ecsdelivery.agent;

import jetbrains.buildServer.agent.BuildRunnerContext;
import jetbrains.buildServer.agent.artifacts.ArtifactsWatcher;
import org.ecsdelivery.agent.envfile.BuildEnvFiles;
import org.ecsdelivery.common.settings.RunTypeId;

/** Runs deploy steps. */
public final class DeployRunner extends StepRunner {
    private final Wiring wiring;
    private final BuildEnvFiles envFiles;
    private final ArtifactsWatcher artifacts;

    /** Makes the runner; Spring does. */
    public DeployRunner(Wiring wiring, BuildEnvFiles envFiles, ArtifactsWatcher artifacts) {
        super(RunTypeId.DEPLOY);
        this.wiring = wiring;
        this.envFiles = envFiles;
        this.artifacts = artifacts;
    }

    @Override
    StepWork work(BuildRunnerContext context, StepLog log) {
        return new DeployStep(wiring, envFiles, context, log, new ReportFiles(context, artifacts));
    }
}
