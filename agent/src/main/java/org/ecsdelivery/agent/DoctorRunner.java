package org.ecsdelivery.agent;

import jetbrains.buildServer.agent.BuildRunnerContext;
import jetbrains.buildServer.agent.artifacts.ArtifactsWatcher;
import org.ecsdelivery.common.settings.RunTypeId;

/** Runs steps that check pipelines. */
public final class DoctorRunner extends StepRunner {
    private final Wiring wiring;
    private final ArtifactsWatcher artifacts;

    /** Makes the runner; Spring does. */
    public DoctorRunner(Wiring wiring, ArtifactsWatcher artifacts) {
        super(RunTypeId.DOCTOR);
        this.wiring = wiring;
        this.artifacts = artifacts;
    }

    @Override
    StepWork work(BuildRunnerContext context, StepLog log) {
        return new DoctorStep(wiring, context, log, new ReportFiles(context, artifacts));
    }
}
