package org.ecsdelivery.sandbox.teamcity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.BuildProblemTypes;
import jetbrains.buildServer.RunBuildException;
import jetbrains.buildServer.agent.AgentBuildRunner;
import jetbrains.buildServer.agent.BuildFinishedStatus;
import jetbrains.buildServer.agent.BuildProcess;
import org.ecsdelivery.sandbox.teamcity.StepResult.Outcome;

/** Runs one step as an agent does: events, process created, stored, started and waited for, status read. */
final class StepRun {
    private final BuildSetup setup;
    private final LocalAgent agent;
    private final AgentBuild build;
    private final Clock clock;

    StepRun(BuildSetup setup, LocalAgent agent, AgentBuild build, Clock clock) {
        this.setup = setup;
        this.agent = agent;
        this.build = build;
        this.clock = clock;
    }

    StepResult run(BuildStep step, int index, int count) {
        Instant start = clock.instant();
        String block = "Step " + index + "/" + count + ": " + step.name() + " (" + step.type() + ")";
        setup.log().activityStarted(block, "teamcity-build-step-type");
        StepContext context = new StepContext(build, step, BuildSteps.id(index));
        agent.events().beforeRunnerStart(context);
        warnOfUnresolved(context);
        BuildFinishedStatus status = execute(step, context);
        agent.events().runnerFinished(context, status);
        if (status.isFailed() && status.isFinished()) {
            setup.log().error("Step " + step.name() + " (" + step.type() + ") failed");
        }
        setup.log().closeBlocks();
        return new StepResult(step.name(), step.type(), outcome(status), Duration.between(start, clock.instant()));
    }

    private BuildFinishedStatus execute(BuildStep step, StepContext context) {
        try {
            AgentBuildRunner runner = agent.runner(step.type()).orElseThrow();
            BuildProcess process = runner.createBuildProcess(build, context);
            if (!setup.interruption().begin(process, step.mode().equals("execute_always"))) {
                return BuildFinishedStatus.INTERRUPTED;
            }
            process.start();
            return process.waitFor();
        } catch (RunBuildException failure) {
            return failed(step, failure, String.valueOf(failure.getMessage()), failure.isLogStacktrace());
        } catch (RuntimeException | LinkageError failure) {
            return failed(step, failure, "Unexpected failure of the runner: " + failure, true);
        } finally {
            setup.interruption().end();
        }
    }

    private BuildFinishedStatus failed(BuildStep step, Throwable failure, String description, boolean trace) {
        setup.log()
                .logBuildProblem(BuildProblemData.createBuildProblem(
                        "step" + step.name().hashCode(), BuildProblemTypes.TC_ERROR_MESSAGE_TYPE, description));
        if (trace) {
            setup.log().exception(failure);
        }
        return BuildFinishedStatus.FINISHED_WITH_PROBLEMS;
    }

    /** A parameter a plugin only announced may still be unset; TeamCity then hands over the reference itself. */
    private void warnOfUnresolved(StepContext context) {
        context.unresolved()
                .forEach((name, references) -> references.forEach(reference -> setup.log()
                        .warning("Parameter %" + reference + "% in '" + name
                                + "' has no value yet: no earlier step set it.")));
    }

    private static Outcome outcome(BuildFinishedStatus status) {
        if (!status.isFinished()) {
            return Outcome.INTERRUPTED;
        }
        return status.isFailed() ? Outcome.FAILED : Outcome.SUCCEEDED;
    }
}
