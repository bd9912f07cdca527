package org.ecsdelivery.agent;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jetbrains.buildServer.agent.AgentRunningBuild;
import jetbrains.buildServer.agent.BuildRunnerContext;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.BuildParameter;
import org.ecsdelivery.common.settings.TaskParameters;
import org.ecsdelivery.common.settings.TaskSettings;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.report.TaskVerdict;
import org.ecsdelivery.engine.task.TaskOrigin;
import org.ecsdelivery.engine.task.TaskResult;
import org.ecsdelivery.engine.task.TaskRun;
import org.ecsdelivery.engine.time.Cancellation;

/** The task step: runs a task to its end, with its log, and tells the steps after it how it ended. */
final class TaskStep implements StepWork {
    private final Wiring wiring;
    private final AgentRunningBuild build;
    private final BuildRunnerContext context;
    private final StepLog log;
    private final BegunTasks begun = new BegunTasks();

    TaskStep(Wiring wiring, BuildRunnerContext context, StepLog log) {
        this.wiring = wiring;
        this.build = context.getBuild();
        this.context = context;
        this.log = log;
    }

    @Override
    public Optional<Problem> run(Cancellation cancellation) {
        StepSettings.mask(context.getRunnerParameters(), log.masking());
        TaskSettings settings = StepSettings.required(
                TaskParameters.parse(StepSettings.given(TaskParameters.ALL, context), References.RESOLVED));
        PersonalBuildRule.of(build).requireRunnable();
        try (Outside outside = wiring.door()
                .open(settings.access(), context.getBuildParameters().getEnvironmentVariables())) {
            log.masking().follow(outside::secrets);
            log.line(outside.description());
            return ended(settings, task(outside, cancellation).run(settings, origin()));
        }
    }

    private TaskRun task(Outside outside, Cancellation cancellation) {
        List<EngineListener> listeners = List.of(begun, new BuildLogReporter(log, wiring.clock()));
        return new TaskRun(
                outside.tasks(),
                wiring.clock(),
                wiring.pause(),
                cancellation,
                event -> listeners.forEach(each -> each.on(event)));
    }

    private TaskOrigin origin() {
        return new TaskOrigin(
                "teamcity-build-" + build.getBuildId(),
                "TeamCity build " + build.getBuildNumber() + " of " + build.getBuildTypeExternalId(),
                UUID.randomUUID().toString(),
                new BuildTraits(build, context).revisionTags());
    }

    private Optional<Problem> ended(TaskSettings settings, TaskResult result) {
        TaskVerdict verdict = TaskVerdict.of(settings, result);
        build.addSharedConfigParameter(BuildParameter.TASK_ARN, result.taskArn());
        if (result instanceof TaskResult.Ended task) {
            task.exitCode()
                    .ifPresent(code -> build.addSharedConfigParameter(BuildParameter.TASK_EXIT_CODE, code.toString()));
            log.statistic(
                    "ecs-delivery.task.seconds", BigDecimal.valueOf(task.took().toMillis(), 3));
        }
        if (verdict.kind().isEmpty()) {
            log.line(verdict.text());
        }
        return verdict.kind().map(kind -> new Problem(kind, verdict.text()));
    }

    @Override
    public String leftBehind() {
        return begun.leftBehind();
    }
}
