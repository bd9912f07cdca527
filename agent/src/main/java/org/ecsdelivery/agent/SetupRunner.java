package org.ecsdelivery.agent;

import jetbrains.buildServer.agent.BuildRunnerContext;
import org.ecsdelivery.common.settings.RunTypeId;

/** Runs steps that set up pipelines. */
public final class SetupRunner extends StepRunner {
    private final Wiring wiring;

    /** Makes the runner; Spring does. */
    public SetupRunner(Wiring wiring) {
        super(RunTypeId.SETUP);
        this.wiring = wiring;
    }

    @Override
    StepWork work(BuildRunnerContext context, StepLog log) {
        return new SetupStep(wiring, context, log);
    }
}
