package org.ecsdelivery.agent;

import java.util.List;
import java.util.Optional;
import jetbrains.buildServer.agent.AgentRunningBuild;
import jetbrains.buildServer.agent.BuildRunnerContext;
import jetbrains.buildServer.messages.Status;
import org.ecsdelivery.agent.envfile.BuildEnvFiles;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.BuildParameter;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.OnStop;
import org.ecsdelivery.common.settings.ServiceSet;
import org.ecsdelivery.common.settings.ServiceSetParameters;
import org.ecsdelivery.engine.deploy.ServiceDeploy;
import org.ecsdelivery.engine.event.DeployEvent.AwsAsked;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.report.DeploymentReport;
import org.ecsdelivery.engine.report.Verdict;
import org.ecsdelivery.engine.time.Cancellation;

/** The deploy step: deploys, follows, reports, and tells the steps after it how it ended. */
final class DeployStep implements StepWork {
    private final Wiring wiring;
    private final BuildEnvFiles envFiles;
    private final AgentRunningBuild build;
    private final BuildRunnerContext context;
    private final StepLog log;
    private final ReportFiles files;
    private final Begun begun = new Begun();
    private volatile boolean waits;
    private volatile Optional<SetStep> several = Optional.empty();

    DeployStep(Wiring wiring, BuildEnvFiles envFiles, BuildRunnerContext context, StepLog log, ReportFiles files) {
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
        ServiceSet given = new TaskDefinitionFile(context)
                .in(StepSettings.required(ServiceSetParameters.parse(
                        StepSettings.given(DeployParameters.ALL, context), References.RESOLVED)));
        new PlainSecrets(log.masking())
                .warnings(given.first().changes())
                .forEach(warning -> log.line(warning, Status.WARNING));
        TakenEnvFile envFile = new TakenEnvFile(envFiles, context);
        ServiceSet set = given.with(changes -> envFile.in(changes));
        DeploySettings settings = set.first();
        envFile.warning(settings.changes()).ifPresent(warning -> log.line(warning, Status.WARNING));
        if (!set.isOne()) {
            SetStep together = new SetStep(set, wiring, context, log, files);
            several = Optional.of(together);
            return together.run(cancellation);
        }
        waits = settings.onStop() == OnStop.WAIT;
        Told told = new Told(settings);
        try {
            return ended(told, deployed(settings, told, cancellation));
        } catch (EngineException failure) {
            ended(told, Verdict.of(failure.kind(), String.valueOf(failure.getMessage())));
            throw failure;
        } catch (Cancelled stopped) {
            ended(told, Verdict.interrupted("The step was stopped. " + leftBehind()));
            throw stopped;
        }
    }

    @Override
    public String leftBehind() {
        return several.map(SetStep::leftBehind).orElseGet(begun::leftBehind);
    }

    @Override
    public Optional<String> whyGoOn() {
        if (several.isPresent()) {
            return several.get().whyGoOn();
        }
        // before ECS has begun there is nothing to wait for
        return begun.deployment()
                .filter(id -> waits)
                .map(id -> "Deployment " + id + " is under way, and " + DeployParameters.ON_STOP.label() + " ("
                        + DeployParameters.ON_STOP.name() + ") is WAIT");
    }

    private Verdict deployed(DeploySettings settings, Told told, Cancellation cancellation) {
        if (!settings.dryRun()) {
            PolicyGate gate = PolicyGate.of(context);
            gate.requireDeployable(List.of(settings));
            gate.unwatched(List.of(settings)).forEach(line -> log.line(line, Status.WARNING));
        }
        List<EngineListener> listeners =
                List.of(begun, told.report, new BuildLogReporter(log, wiring.clock()), told.news);
        EngineListener all = event -> listeners.forEach(each -> each.on(event));
        try (Outside outside = wiring.door()
                .open(settings.access(), context.getBuildParameters().getEnvironmentVariables(), all)) {
            log.masking().follow(outside::secrets);
            log.line(outside.description());
            SessionEnd.tell(settings.access(), settings.timeout(), wiring.clock(), log);
            try {
                return Verdict.of(
                        settings,
                        new ServiceDeploy(outside.aws(log.masking()), wiring.clock(), wiring.pause(), cancellation, all)
                                .run(settings, new BuildTraits(build, context).revisionTags()));
            } finally {
                all.on(new AwsAsked(outside.requests()));
            }
        }
    }

    private Optional<Problem> ended(Told told, Verdict verdict) {
        if (log.isOpen()) {
            told.news.ended(verdict);
            tell(told.report, verdict);
        }
        return verdict.kind().map(kind -> new Problem(kind, verdict.text()));
    }

    private void tell(DeploymentReport report, Verdict verdict) {
        build.addSharedConfigParameter(BuildParameter.DEPLOY_RESULT, verdict.word());
        begun.taskDefinition()
                .ifPresent(arn -> build.addSharedConfigParameter(BuildParameter.DEPLOY_TASK_DEFINITION, arn));
        begun.deployment().ifPresent(id -> build.addSharedConfigParameter(BuildParameter.DEPLOY_DEPLOYMENT, id));
        if (verdict.isSuccess()) {
            log.line(verdict.text());
        }
        files.publish(report, verdict, log);
    }

    /** What is told of the deployment besides the build log. */
    private final class Told {
        private final DeploymentReport report;
        private final LiveNews news;

        Told(DeploySettings settings) {
            report = new DeploymentReport(settings, wiring.clock());
            news = new LiveNews(LiveNews.NewsDesk.of(context, log, wiring), settings.service(), report);
        }
    }
}
