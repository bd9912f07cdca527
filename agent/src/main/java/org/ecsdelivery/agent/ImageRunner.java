package org.ecsdelivery.agent;

import jetbrains.buildServer.agent.BuildRunnerContext;
import org.ecsdelivery.agent.envfile.BuildEnvFiles;
import org.ecsdelivery.common.settings.RunTypeId;

/** Runs image steps. */
public final class ImageRunner extends StepRunner {
    private final Wiring wiring;
    private final BuildEnvFiles envFiles;

    /** Makes the runner; Spring does. */
    public ImageRunner(Wiring wiring, BuildEnvFiles envFiles) {
        super(RunTypeId.IMAGE);
        this.wiring = wiring;
        this.envFiles = envFiles;
    }

    @Override
    StepWork work(BuildRunnerContext context, StepLog log) {
        return new ImageStep(
                wiring, context, log, envFiles.of(context.getBuild().getBuildId()));
    }
}
