package org.ecsdelivery.agent;

import jetbrains.buildServer.agent.BuildRunnerContext;
import org.ecsdelivery.common.settings.RunTypeId;

/** Runs image steps. */
public final class ImageRunner extends StepRunner {
    private final Wiring wiring;

    /** Makes the runner; Spring does. */
    public ImageRunner(Wiring wiring) {
        super(RunTypeId.IMAGE);
        this.wiring = wiring;
    }

    @Override
    StepWork work(BuildRunnerContext context, StepLog log) {
        return new ImageStep(wiring, context, log);
    }
}
