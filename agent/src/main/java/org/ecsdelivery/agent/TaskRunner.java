package org.ecsdelivery.agent;

import jetbrains.buildServer.agent.BuildRunnerContext;
import jetbrains.buildServer.agent.artifacts.ArtifactsWatcher;
import org.ecsdelivery.agent.envfile.BuildEnvFiles;
import org.ecsdelivery.common.settings.RunTypeId;

/** Runs task steps. */
public final class TaskRunner extends StepRunner {
    private final Wiring wiring;
    private final BuildEnvFiles envFiles;
    private final ArtifactsWatcher artifacts;

    /** Makes the runner; Spring does. */
    public TaskRunner(Wiring wiring, BuildEnvFiles envFiles, ArtifactsWatcher artifacts) {
        super(RunTypeId.TASK);
        this.wiring = wiring;
        this.envFiles = envFiles;
        this.artifacts = artifacts;
    }

    @Override
    StepWork work(BuildRunnerContext context, StepLog log) {
        return new TaskStep(wiring, envFiles, context, log, new ReportFiles(context, artifacts));
    }
}
