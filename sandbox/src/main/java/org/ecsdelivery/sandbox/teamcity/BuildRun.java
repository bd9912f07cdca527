package org.ecsdelivery.sandbox.teamcity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.agent.BuildFinishedStatus;
import jetbrains.buildServer.agent.BuildInterruptReason;
import jetbrains.buildServer.serverSide.buildDistribution.StartBuildPrecondition;
import org.ecsdelivery.sandbox.teamcity.BuildResult.Outcome;

/** Runs one build from its start on the server to its artifacts. */
final class BuildRun {
    private final BuildSetup setup;
    private final LocalServer server;
    private final LocalAgent agent;
    private final Clock clock;
    private final AgentBuild build;
    private final Instant started;
    private final List<StepResult> results = new ArrayList<>();

    BuildRun(BuildSetup setup, LocalServer server, LocalAgent agent, Clock clock) {
        this.setup = setup;
        this.server = server;
        this.agent = agent;
        this.clock = clock;
        this.build = new AgentBuild(setup, agent.settings());
        this.started = clock.instant();
    }

    BuildResult run() {
        RunningServerBuild serverBuild =
                new RunningServerBuild(setup, agent.settings().properties(), started, server, this::stop);
        setup.facts().translatedBy(new Translators(server, serverBuild));
        server.queue()
                .begin(
                        serverBuild,
                        server.extensions(StartBuildPrecondition.class),
                        reason -> setup.log().message("The build waits in the queue: " + reason));
        try {
            return run(serverBuild);
        } finally {
            server.queue().end(serverBuild);
        }
    }

    private BuildResult run(RunningServerBuild serverBuild) {
        BuildStart start = new BuildStart(setup, server, agent, serverBuild);
        start.prepare();
        List<String> reasons = start.incompatibilities();
        if (!reasons.isEmpty()) {
            reasons.forEach(setup.log()::error);
            return result(Outcome.NO_COMPATIBLE_AGENT, "There are no compatible agents which can run this build");
        }
        adoptAgentParameters();
        build.steps().become(start.steps());
        agent.occupy(() -> runOnAgent(start.steps()));
        return over(outcome());
    }

    private BuildResult over(Outcome outcome) {
        if (!setup.facts().isCutOff()) {
            server.history()
                    .add(new FinishedServerBuild(
                            setup, agent.settings().properties(), started, server, outcome == Outcome.SUCCESS));
        }
        return result(outcome, statusText(outcome));
    }

    /** Ends the build for a server that hears nothing of its agent any more; the agent goes on by itself. */
    BuildResult cutOff() {
        BuildResult last = over(Outcome.CANCELED);
        setup.facts().cutOff();
        setup.lines().cutOff();
        server.history().forget(setup.inputs().id());
        return last;
    }

    /** Stops the build for a person; returns once the running step was told. */
    void stop() {
        if (setup.interruption().reason().isEmpty()) {
            agent.events().beforeBuildInterrupted(build, BuildInterruptReason.SERVER_STOP_BUILD);
        }
        setup.interruption().interrupt(BuildInterruptReason.SERVER_STOP_BUILD);
    }

    /** The build's parameters win over the agent's, and those it has not are taken from the agent. */
    private void adoptAgentParameters() {
        Map<String, String> own = setup.facts().parameters().all();
        setup.facts().parameters().setAll(agent.settings().offered());
        setup.facts().parameters().setAll(own);
    }

    private void runOnAgent(List<BuildStep> steps) {
        agent.artifacts().belongTo(this::publish);
        try {
            setup.log()
                    .message("The build #" + build.getBuildNumber() + " of " + build.getBuildTypeName() + " starts on "
                            + agent.settings().getName() + " in " + build.getCheckoutDirectory());
            agent.events().buildStarted(build);
            agent.events().sourcesUpdated(build);
            if (build.isPersonal()) {
                agent.events().personalPatchApplied(build);
            }
            agent.events().dependenciesDownloaded(build);
            agent.events().preparationFinished(build);
            runSteps(steps);
            finish();
        } finally {
            agent.artifacts().belongToNone();
            agent.emptyBuildTemp();
        }
    }

    private void publish(String path) {
        if (!setup.facts().isCutOff()) {
            setup.facts().artifacts().publish(path, setup.log());
        }
    }

    private void runSteps(List<BuildStep> steps) {
        StepRun run = new StepRun(setup, agent, build, clock);
        for (int index = 0; index < steps.size(); index++) {
            BuildStep step = steps.get(index);
            if (mayRun(step)) {
                results.add(run.run(step, index + 1, steps.size()));
            } else {
                setup.log().message("Step " + (index + 1) + "/" + steps.size() + ": " + step.name() + " is skipped");
                results.add(new StepResult(step.name(), step.type(), StepResult.Outcome.SKIPPED, Duration.ZERO));
            }
        }
    }

    private boolean mayRun(BuildStep step) {
        boolean always = step.mode().equals("execute_always");
        if (setup.interruption().reason().isPresent()) {
            return always;
        }
        return always || !failed() || step.mode().equals("execute_if_failed");
    }

    private void finish() {
        BuildFinishedStatus status = agentStatus();
        agent.events().beforeBuildFinish(build, status);
        String paths = build.getArtifactsPaths();
        if (!paths.isBlank()) {
            setup.log().activityStarted("Publishing artifacts", "artifacts");
            setup.facts().artifacts().publish(paths, setup.log());
            setup.log().closeBlocks();
        }
        agent.events().afterAtrifactsPublished(build, status);
        agent.events().buildFinished(build, status);
    }

    private BuildFinishedStatus agentStatus() {
        if (setup.interruption().reason().isPresent()) {
            return BuildFinishedStatus.INTERRUPTED;
        }
        return failed() ? BuildFinishedStatus.FINISHED_FAILED : BuildFinishedStatus.FINISHED_SUCCESS;
    }

    private boolean failed() {
        boolean stepFailed = results.stream()
                .anyMatch(result -> result.outcome() == StepResult.Outcome.FAILED
                        || result.outcome() == StepResult.Outcome.INTERRUPTED);
        return stepFailed || !setup.facts().problems().isEmpty();
    }

    private Outcome outcome() {
        boolean byPerson = setup.interruption().reason().stream()
                .anyMatch(reason -> reason == BuildInterruptReason.SERVER_STOP_BUILD);
        boolean interrupted = setup.interruption().reason().isPresent();
        if (byPerson || (interrupted && setup.facts().problems().isEmpty())) {
            return Outcome.CANCELED;
        }
        return failed() ? Outcome.FAILURE : Outcome.SUCCESS;
    }

    private String statusText(Outcome outcome) {
        String automatic = switch (outcome) {
            case SUCCESS -> "Success";
            case CANCELED -> "Canceled";
            default -> firstReason();
        };
        return setup.facts()
                .statusText()
                .map(text -> text.replace("{build.status.text}", automatic))
                .orElse(automatic);
    }

    private String firstReason() {
        return setup.facts().problems().stream()
                .map(BuildProblemData::getDescription)
                .findFirst()
                .orElseGet(() -> results.stream()
                        .filter(result -> result.outcome() == StepResult.Outcome.FAILED)
                        .map(result -> "Step " + result.name() + " failed")
                        .findFirst()
                        .orElse("A step was interrupted"));
    }

    private List<BuildProblemData> maskedProblems() {
        return setup.facts().problems().stream()
                .map(problem -> BuildProblemData.createBuildProblem(
                        problem.getIdentity(),
                        problem.getType(),
                        setup.passwords().replacePasswords(problem.getDescription()),
                        problem.getAdditionalData()))
                .toList();
    }

    private BuildResult result(Outcome outcome, String statusText) {
        Map<String, String> parameters =
                new TreeMap<>(setup.facts().parameters().resolved());
        parameters.replaceAll((name, value) -> setup.passwords().replacePasswords(value));
        return new BuildResult(
                outcome,
                setup.facts().buildNumber(),
                setup.passwords().replacePasswords(statusText),
                maskedProblems(),
                results,
                setup.facts().statistics(),
                parameters,
                setup.facts().artifacts().directory(),
                setup.facts().artifacts().paths(),
                setup.lines().lines(),
                Duration.between(started, clock.instant()));
    }
}
