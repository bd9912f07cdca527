package org.ecsdelivery.agent;

import jetbrains.buildServer.agent.BuildRunnerContext;
import jetbrains.buildServer.agent.artifacts.ArtifactsWatcher;
import org.ecsdelivery.agent.envfile.BuildEnvFiles;
import org.ecsdelivery.common.settings.RunTypeId;

/** Runs image steps. */
public final class ImageRunner extends StepRunner {
    private final Wiring wiring;
    private final BuildEnvFiles envFiles;
    private final ArtifactsWatcher artifacts;

    /** Makes the runner; Spring does. */
    public ImageRunner(Wiring wiring, BuildEnvFiles envFiles, ArtifactsWatcher artifacts) {
        super(RunTypeId.IMAGE);
        this.artifacts = artifacts;
        this.wiring = wiring;
        this.envFiles = envFiles;
    }

    @Override
    StepWork work(BuildRunnerContext context, StepLog log) {
        return new ImageStep(
                wiring,
                context,
                log,
                envFiles.of(context.getBuild().getBuildId()),
                new ReportFiles(context, artifacts));
    }
}
