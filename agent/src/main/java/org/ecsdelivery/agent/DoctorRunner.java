package org.ecsdelivery.agent;

import jetbrains.buildServer.agent.BuildRunnerContext;
import org.ecsdelivery.common.settings.RunTypeId;

/** Runs steps that check pipelines. */
public final class DoctorRunner extends StepRunner {
    private final Wiring wiring;

    /** Makes the runner; Spring does. */
    public DoctorRunner(Wiring wiring) {
        super(RunTypeId.DOCTOR);
        this.wiring = wiring;
    }

    @Override
    StepWork work(BuildRunnerContext context, StepLog log) {
        return new DoctorStep(wiring, context, log);
    }
}
