package org.ecsdelivery.agent;

import jetbrains.buildServer.agent.BuildRunnerContext;
import org.ecsdelivery.common.settings.RunTypeId;

/** Runs task steps. */
public final class TaskRunner extends StepRunner {
    private final Wiring wiring;

    /** Makes the runner; Spring does. */
    public TaskRunner(Wiring wiring) {
        super(RunTypeId.TASK);
        this.wiring = wiring;
    }

    @Override
    StepWork work(BuildRunnerContext context, StepLog log) {
        return new TaskStep(wiring, context, log);
    }
}
