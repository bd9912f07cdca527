package org.ecsdelivery.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jetbrains.buildServer.agent.AgentRunningBuild;
import jetbrains.buildServer.agent.BuildRunnerContext;
import jetbrains.buildServer.messages.Status;
import org.ecsdelivery.agent.BuildLogReporter.Voice;
import org.ecsdelivery.common.settings.BuildParameter;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.OnStop;
import org.ecsdelivery.common.settings.ServiceSet;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.event.DeployEvent.AwsAsked;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.report.DeploymentReport;
import org.ecsdelivery.engine.report.ServiceVerdict;
import org.ecsdelivery.engine.report.SetSummary;
import org.ecsdelivery.engine.report.ToldOnce;
import org.ecsdelivery.engine.report.Verdict;
import org.ecsdelivery.engine.set.ServiceOutcome;
import org.ecsdelivery.engine.set.ServiceOutcome.Stage;
import org.ecsdelivery.engine.set.SetDeploy;
import org.ecsdelivery.engine.time.Cancellation;

/** The deploy step for several services: each speaks with its name, and has a report and parameters of its own. */
final class SetStep implements StepWork {
    private final ServiceSet set;
    private final Wiring wiring;
    private final AgentRunningBuild build;
    private final BuildRunnerContext context;
    private final StepLog log;
    private final ReportFiles files;
    private final Instant from;
    private final Map<ServiceName, Begun> begun = new LinkedHashMap<>();
    private final Map<ServiceName, DeploymentReport> reports = new LinkedHashMap<>();
    private final Map<ServiceName, LiveNews> news = new LinkedHashMap<>();
    private volatile Optional<SetDeploy> running = Optional.empty();

    SetStep(ServiceSet set, Wiring wiring, BuildRunnerContext context, StepLog log, ReportFiles files) {
        this.set = set;
        this.wiring = wiring;
        this.build = context.getBuild();
        this.context = context;
        this.log = log;
        this.files = files;
        this.from = wiring.clock().instant();
        set.services().forEach(each -> {
            begun.put(each.service(), new Begun());
            DeploymentReport report = new DeploymentReport(each, wiring.clock());
            reports.put(each.service(), report);
            news.put(each.service(), new LiveNews(LiveNews.NewsDesk.of(context, log, wiring), each.service(), report));
        });
    }

    @Override
    public Optional<Problem> run(Cancellation cancellation) {
        try {
            return ended(deployed(cancellation).verdict());
        } catch (EngineException failure) {
            ended(Verdict.of(failure.kind(), String.valueOf(failure.getMessage())));
            throw failure;
        } catch (Cancelled stopped) {
            ended(summary().interrupted("The step was stopped."));
            throw stopped;
        }
    }

    private SetSummary deployed(Cancellation cancellation) {
        if (!set.first().dryRun()) {
            PolicyGate gate = PolicyGate.of(context);
            gate.requireDeployable(set.services());
            gate.unwatched(set.services()).forEach(line -> log.line(line, Status.WARNING));
        }
        EngineListener forAll = new BuildLogReporter(log, wiring.clock());
        try (Outside outside = wiring.door()
                .open(set.first().access(), context.getBuildParameters().getEnvironmentVariables(), forAll)) {
            log.masking().follow(outside::secrets);
            log.line(outside.description());
            SessionEnd.tell(set.first().access(), set.first().timeout(), wiring.clock(), log);
            SetDeploy deploy = new SetDeploy(
                    set,
                    outside.aws(log.masking()),
                    wiring.clock(),
                    wiring.pause(),
                    cancellation,
                    wiring.crew(),
                    forAll,
                    this::voice);
            running = Optional.of(deploy);
            try {
                deploy.run(new BuildTraits(build, context).revisionTags());
                return summary();
            } finally {
                forAll.on(new AwsAsked(outside.requests()));
            }
        }
    }

    private EngineListener voice(DeploySettings settings) {
        ServiceName service = settings.service();
        // blocks of services that are deployed at the same time would lie one in the other
        Voice voice = Voice.of(service.value(), set.lanes() == 1);
        List<EngineListener> listeners = Stream.of(
                        begun.get(service),
                        reports.get(service),
                        new BuildLogReporter(log, wiring.clock(), voice),
                        news.get(service))
                .map(EngineListener.class::cast)
                .toList();
        return new ToldOnce(event -> listeners.forEach(each -> each.on(event)), wiring.clock());
    }

    private SetSummary summary() {
        return new SetSummary(
                set, outcomes(), Duration.between(from, wiring.clock().instant()));
    }

    private List<ServiceOutcome> outcomes() {
        return running.map(SetDeploy::outcomes).orElse(List.of());
    }

    private Optional<Problem> ended(Verdict verdict) {
        if (log.isOpen()) {
            tell(verdict);
        }
        return verdict.kind().map(kind -> new Problem(kind, verdict.text()));
    }

    private void tell(Verdict verdict) {
        SetSummary summary = summary();
        build.addSharedConfigParameter(BuildParameter.DEPLOY_RESULT, verdict.word());
        // one that has an outcome of its own is told that afterwards
        news.values().forEach(told -> told.ended(verdict));
        summary.outcomes().forEach(this::tell);
        if (!summary.outcomes().isEmpty()) {
            summary.table().forEach(log::line);
        }
        if (verdict.isSuccess()) {
            log.line(verdict.text());
        }
        files.publish(summary, verdict, log);
    }

    private void tell(ServiceOutcome outcome) {
        ServiceName service = outcome.settings().service();
        Verdict verdict = ServiceVerdict.of(outcome);
        share(BuildParameter.DEPLOY_RESULT, service, Optional.of(verdict.word()));
        share(BuildParameter.DEPLOY_TASK_DEFINITION, service, outcome.taskDefinition());
        share(BuildParameter.DEPLOY_DEPLOYMENT, service, outcome.deployment());
        Optional.ofNullable(reports.get(service))
                .ifPresent(report -> files.publish(service.value(), report, verdict, log));
        Optional.ofNullable(news.get(service)).ifPresent(told -> told.ended(verdict));
    }

    private void share(String name, ServiceName service, Optional<String> value) {
        value.ifPresent(known -> build.addSharedConfigParameter(BuildParameter.ofService(name, service), known));
    }

    @Override
    public String leftBehind() {
        List<ServiceOutcome> all = outcomes();
        if (all.stream().allMatch(each -> each.stage() == Stage.NOT_BEGUN)) {
            return "Nothing was changed in ECS.";
        }
        String underWay = all.stream()
                .filter(each -> each.stage() == Stage.UNDER_WAY)
                .map(each -> each.settings().service())
                .map(service -> service + ": "
                        + Optional.ofNullable(begun.get(service))
                                .map(Begun::leftBehind)
                                .orElse(""))
                .collect(Collectors.joining(" "));
        return (underWay
                        + names(all, " Deployed, and not taken back: ", SetStep::isDeployed)
                        + names(all, " Not begun: ", each -> each.stage() == Stage.NOT_BEGUN))
                .strip();
    }

    private static boolean isDeployed(ServiceOutcome outcome) {
        return outcome.stage() == Stage.OVER && outcome.isSuccess() && !outcome.isBack();
    }

    private static String names(List<ServiceOutcome> all, String what, Predicate<ServiceOutcome> which) {
        String names = all.stream()
                .filter(which)
                .map(each -> each.settings().service().value())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : what + names + ".";
    }

    @Override
    public Optional<String> whyGoOn() {
        List<String> ids = outcomes().stream()
                .filter(each -> each.stage() == Stage.UNDER_WAY)
                .flatMap(each -> each.deployment().stream())
                .toList();
        if (set.first().onStop() != OnStop.WAIT || ids.isEmpty()) {
            return Optional.empty();
        }
        running.ifPresent(SetDeploy::beginNoMore);
        return Optional.of((ids.size() == 1 ? "Deployment " : "Deployments ") + String.join(", ", ids)
                + (ids.size() == 1 ? " is" : " are") + " under way, and " + DeployParameters.ON_STOP.label() + " ("
                + DeployParameters.ON_STOP.name() + ") is WAIT");
    }
}
