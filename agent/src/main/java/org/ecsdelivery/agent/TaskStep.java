package org.ecsdelivery.agent;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jetbrains.buildServer.agent.AgentRunningBuild;
import jetbrains.buildServer.agent.BuildRunnerContext;
import jetbrains.buildServer.messages.Status;
import org.ecsdelivery.agent.envfile.BuildEnvFiles;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.BuildParameter;
import org.ecsdelivery.common.settings.BuildStatistic;
import org.ecsdelivery.common.settings.FanOut;
import org.ecsdelivery.common.settings.TaskParameters;
import org.ecsdelivery.common.settings.TaskSettings;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.report.TaskSummary;
import org.ecsdelivery.engine.report.TaskVerdict;
import org.ecsdelivery.engine.task.TaskFleet;
import org.ecsdelivery.engine.task.TaskInput;
import org.ecsdelivery.engine.task.TaskOrigin;
import org.ecsdelivery.engine.task.TaskOutcome;
import org.ecsdelivery.engine.task.TaskRun;
import org.ecsdelivery.engine.time.Cancellation;

/** The task step: runs a task to its end, with its log, and tells the steps after it how it ended. */
final class TaskStep implements StepWork {
    private final Wiring wiring;
    private final BuildEnvFiles envFiles;
    private final AgentRunningBuild build;
    private final BuildRunnerContext context;
    private final StepLog log;
    private final ReportFiles files;
    private final BegunTasks begun = new BegunTasks();

    TaskStep(Wiring wiring, BuildEnvFiles envFiles, BuildRunnerContext context, StepLog log, ReportFiles files) {
        this.wiring = wiring;
        this.envFiles = envFiles;
        this.build = context.getBuild();
        this.context = context;
        this.log = log;
        this.files = files;
    }

    @Override
    public Optional<Problem> run(Cancellation cancellation) {
        StepSettings.mask(context.getRunnerParameters(), log.masking());
        TaskSettings given = StepSettings.required(
                TaskParameters.parse(StepSettings.given(TaskParameters.ALL, context), References.RESOLVED));
        PolicyGate.of(context).requireRunnable(given);
        TaskSettings settings = given.overriding(new TakenEnvFile(envFiles, context).in(given.overrides()));
        settings.overrides()
                .envFile()
                .ifPresent(use -> log.line("From env file " + use.path() + ", the container gets "
                        + (use.plain().isEmpty() ? "no variable" : String.join(", ", use.plain())) + "."));
        try (Outside outside = wiring.door()
                .open(settings.access(), context.getBuildParameters().getEnvironmentVariables(), event -> {})) {
            log.masking().follow(outside::secrets);
            log.line(outside.description());
            SessionEnd.tell(settings.access(), settings.timeout(), wiring.clock(), log);
            return ended(summary(settings, outside, cancellation));
        }
    }

    private TaskSummary summary(TaskSettings settings, Outside outside, Cancellation cancellation) {
        List<EngineListener> listeners = List.of(begun, new BuildLogReporter(log, wiring.clock()));
        EngineListener all = event -> listeners.forEach(each -> each.on(event));
        if (settings.fanOut().isOne()) {
            TaskRun one = new TaskRun(outside.tasks(), wiring.clock(), wiring.pause(), cancellation, all);
            return TaskSummary.of(settings, one.run(settings, origin()));
        }
        TaskFleet fleet = new TaskFleet(outside.tasks(), wiring.clock(), wiring.pause(), cancellation, all);
        return new TaskSummary(settings, fleet.run(settings, inputs(settings.fanOut()), origin()));
    }

    private List<TaskInput> inputs(FanOut fanOut) {
        if (fanOut.inputs().isEmpty()) {
            return TaskInput.numbers(fanOut.count());
        }
        String path = fanOut.inputs().get();
        List<TaskInput> inputs = new InputFile(
                        build.getCheckoutDirectory().toPath(),
                        context.getWorkingDirectory().toPath())
                .read(path);
        if (inputs.isEmpty()) {
            log.line("The file of inputs " + path + " has no line: there is no task to run.", Status.WARNING);
        }
        return inputs;
    }

    private TaskOrigin origin() {
        return new TaskOrigin(
                "teamcity-build-" + build.getBuildId(),
                "TeamCity build " + build.getBuildNumber() + " of " + build.getBuildTypeExternalId(),
                UUID.randomUUID().toString(),
                new BuildTraits(build, context).revisionTags());
    }

    private Optional<Problem> ended(TaskSummary summary) {
        TaskVerdict verdict = summary.verdict();
        build.addSharedConfigParameter(BuildParameter.TASK_FAILED, Long.toString(summary.failed()));
        if (summary.settings().fanOut().isOne()) {
            tell(summary.outcomes().get(0));
        } else {
            summary.table().forEach(log::line);
            summary.reasons().forEach(reason -> log.line(reason, Status.WARNING));
        }
        files.publish(summary, log);
        if (verdict.kind().isEmpty()) {
            log.line(verdict.text());
        }
        return verdict.kind().map(kind -> new Problem(kind, verdict.text()));
    }

    private void tell(TaskOutcome task) {
        task.taskArn().ifPresent(arn -> build.addSharedConfigParameter(BuildParameter.TASK_ARN, arn));
        task.exitCode()
                .ifPresent(code -> build.addSharedConfigParameter(BuildParameter.TASK_EXIT_CODE, code.toString()));
        task.took()
                .ifPresent(took ->
                        log.statistic(BuildStatistic.TASK_SECONDS.key(), BigDecimal.valueOf(took.toMillis(), 3)));
    }

    @Override
    public String leftBehind() {
        return begun.leftBehind();
    }
}
