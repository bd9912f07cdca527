package org.ecsdelivery.agent;

import jetbrains.buildServer.agent.BuildRunnerContext;
import jetbrains.buildServer.agent.artifacts.ArtifactsWatcher;
import org.ecsdelivery.common.settings.RunTypeId;

/** Runs coverage steps. */
public final class CoverageRunner extends StepRunner {
    private final BuildStarts starts;
    private final ArtifactsWatcher artifacts;

    /** Makes the runner; Spring does. */
    public CoverageRunner(BuildStarts starts, ArtifactsWatcher artifacts) {
        super(RunTypeId.COVERAGE);
        this.starts = starts;
        this.artifacts = artifacts;
    }

    @Override
    StepWork work(BuildRunnerContext context, StepLog log) {
        return new CoverageStep(context, log, starts.of(context.getBuild()), artifacts);
    }
}
