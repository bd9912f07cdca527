package org.ecsdelivery.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ecsdelivery.aws.AwsClients;
import org.ecsdelivery.aws.QuickAwsClients;
import org.ecsdelivery.common.settings.DeployOrder;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.settings.Migration;
import org.ecsdelivery.common.settings.OnFailure;
import org.ecsdelivery.common.settings.OnStop;
import org.ecsdelivery.common.settings.ServiceSet;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.deploy.DeployPorts;
import org.ecsdelivery.engine.event.DeployEvent.DeploymentStarted;
import org.ecsdelivery.engine.event.DeployEvent.LevelReached;
import org.ecsdelivery.engine.event.DeployEvent.MigrationDone;
import org.ecsdelivery.engine.event.DeployEvent.RollingBack;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.report.ServiceVerdict;
import org.ecsdelivery.engine.report.SetSummary;
import org.ecsdelivery.engine.set.ServiceOutcome;
import org.ecsdelivery.engine.set.SetDeploy;
import org.ecsdelivery.engine.share.SharedAws;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.Crew;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour;
import org.ecsdelivery.sandbox.aws.ecs.TaskTimings;
import org.ecsdelivery.sandbox.time.CrowdTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several services in one step, over the wire, on one virtual time. */
@Timeout(120)
class ServiceSetWireTest {
    private static final String CLUSTER = "prod";

    private record Told(String service, EngineEvent event) {}

    private final CrowdTime time = CrowdTime.at(Instant.parse("2026-11-20T12:00:00Z"));
    private final List<Told> told = Collections.synchronizedList(new ArrayList<>());
    private final Cancellation cancellation = new Cancellation();
    private final AtomicInteger begun = new AtomicInteger();
    private IntConsumer onceBegun = count -> {};
    private SetDeploy deploy;
    private LocalAws aws;

    @BeforeEach
    void start() {
        aws = LocalAws.builder().clock(time).timings(TaskTimings.quick()).start();
        TaggedImage.pushed(aws, "gone", "first");
        Stream.of("web", "mail", "jobs")
                .peek(name -> TaggedImage.pushed(aws, name, "first"))
                .forEach(name -> aws.ecs()
                        .service(CLUSTER, name)
                        .image("registry.example.org/" + name + ":1")
                        .running(1)
                        .circuitBreaker(true)
                        .create());
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void deploysOneAfterTheOther() {
        SetSummary summary = run(DeployOrder.ORDERED, OnFailure.STOP, "web", "mail", "jobs");

        assertThat(summary.verdict().word()).isEqualTo("SUCCEEDED");
        assertThat(courses()).containsExactly("web+", "web-", "mail+", "mail-", "jobs+", "jobs-");
    }

    @Test
    void deploysSeveralAtTheSameTimeAndAsksAboutThemTogether() {
        SetSummary summary = run(DeployOrder.PARALLEL, OnFailure.STOP, "web", "mail", "jobs");

        assertThat(summary.verdict().word()).isEqualTo("SUCCEEDED");
        assertThat(courses().subList(0, 3)).allMatch(step -> step.endsWith("+"));
        assertThat(summary.outcomes())
                .extracting(each -> each.settings().service().value())
                .containsExactly("web", "mail", "jobs");
    }

    @Test
    void beginsNoFurtherServiceAfterOneThatEcsRolledBack() {
        crashing("mail");

        SetSummary summary = run(DeployOrder.ORDERED, OnFailure.STOP, "web", "mail", "jobs");

        assertThat(words(summary)).containsExactly("SUCCEEDED", "ROLLED_BACK", "NOT_BEGUN");
        assertThat(summary.verdict().word()).isEqualTo("FAILED");
        assertThat(runs("web")).isEqualTo("web:2");
        assertThat(runs("jobs")).isEqualTo("jobs:1");
    }

    @Test
    void takesThoseDeployedBackWhereTheSetShallBeRolledBack() {
        crashing("jobs");

        SetSummary summary = run(DeployOrder.ORDERED, OnFailure.ROLL_BACK_SET, "web", "mail", "jobs");

        assertThat(words(summary)).containsExactly("TAKEN_BACK", "TAKEN_BACK", "ROLLED_BACK");
        assertThat(summary.verdict().word()).isEqualTo("ROLLED_BACK");
        assertThat(summary.verdict().text()).contains("Back on what they ran before: web, mail, jobs.");
        assertThat(Stream.of("web", "mail", "jobs").map(this::runs)).containsExactly("web:1", "mail:1", "jobs:1");
    }

    @Test
    void takesThoseBackThatWereDeployedAtTheSameTime() {
        crashing("web");

        SetSummary summary = run(DeployOrder.PARALLEL, OnFailure.ROLL_BACK_SET, "web", "mail", "jobs");

        assertThat(words(summary)).containsExactly("ROLLED_BACK", "TAKEN_BACK", "TAKEN_BACK");
        assertThat(Stream.of("web", "mail", "jobs").map(this::runs)).containsExactly("web:1", "mail:1", "jobs:1");
    }

    @Test
    void changesNoneWhenOneIsNotThere() {
        assertThatThrownBy(() -> run(DeployOrder.PARALLEL, OnFailure.STOP, "web", "gone"))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("Nothing was changed: of 2 services, 1 cannot be deployed to: gone: ");

        assertThat(aws.calls().count("ecs", "RegisterTaskDefinition")).isZero();
        assertThat(runs("web")).isEqualTo("web:1");
    }

    // --- a migration

    @Test
    void runsTheMigrationOnceBeforeTheFirstThoughAllBeginAtTheSameTime() {
        aws.ecs().behaviourOfRuns(image -> true, TaskBehaviour.exits(0));

        SetSummary summary = run(migrating(set(DeployOrder.PARALLEL, OnFailure.STOP, "web", "mail", "jobs")));

        assertThat(summary.verdict().word()).isEqualTo("SUCCEEDED");
        assertThat(aws.calls().count("ecs", "RunTask")).isEqualTo(1);
        assertThat(aws.calls().count("ecs", "RegisterTaskDefinition")).isEqualTo(3);
        List<Told> order = told.stream()
                .filter(each -> each.event() instanceof MigrationDone || each.event() instanceof DeploymentStarted)
                .toList();
        assertThat(order.get(0).event()).isInstanceOf(MigrationDone.class);
    }

    @Test
    void changesNoneWhenTheMigrationFails() {
        aws.ecs().behaviourOfRuns(image -> true, TaskBehaviour.exits(7));

        SetSummary summary = run(migrating(set(DeployOrder.ORDERED, OnFailure.ROLL_BACK_SET, "web", "mail")));

        assertThat(summary.verdict().word()).isEqualTo("FAILED");
        assertThat(summary.verdict().text()).contains("0 of 2 services").contains("ended with exit code 7");
        assertThat(aws.calls().count("ecs", "UpdateService")).isZero();
    }

    // --- stop

    @Test
    void aStopLeavesWhatIsUnderWayToEcsAndBeginsNoOther() {
        stopsOnce(1);

        assertThatThrownBy(() -> run(DeployOrder.ORDERED, OnFailure.STOP, "web", "mail", "jobs"))
                .isInstanceOf(Cancelled.class);

        assertThat(courses()).containsExactly("web+");
        assertThat(aws.calls().count("ecs", "StopServiceDeployment")).isZero();
        assertThat(runs("web")).isEqualTo("web:2");
        assertThat(runs("mail")).isEqualTo("mail:1");
    }

    @Test
    void aStopTakesEachDeploymentBackThatIsUnderWay() {
        stopsOnce(3);

        assertThatThrownBy(() -> run(
                        stopping(set(DeployOrder.PARALLEL, OnFailure.STOP, "web", "mail", "jobs"), OnStop.ROLL_BACK)))
                .isInstanceOf(Cancelled.class);

        assertThat(aws.calls().count("ecs", "StopServiceDeployment")).isEqualTo(3);
        assertThat(told.stream().filter(each -> each.event() instanceof RollingBack))
                .extracting(Told::service)
                .containsExactlyInAnyOrder("web", "mail", "jobs");
    }

    @Test
    void aStopThatWaitsFollowsWhatIsUnderWayToItsEndAndBeginsNoOther() {
        onceBegun = begun -> deploy.beginNoMore();

        SetSummary summary =
                run(stopping(set(DeployOrder.ORDERED, OnFailure.STOP, "web", "mail", "jobs"), OnStop.WAIT));

        assertThat(words(summary)).containsExactly("SUCCEEDED", "NOT_BEGUN", "NOT_BEGUN");
        assertThat(courses()).containsExactly("web+", "web-");
    }

    private void stopsOnce(int begun) {
        onceBegun = count -> {
            if (count == begun) {
                cancellation.cancel("the build was stopped");
            }
        };
    }

    private static ServiceSet stopping(ServiceSet set, OnStop what) {
        return each(set, one -> one.whenStopped(what));
    }

    private static ServiceSet migrating(ServiceSet set) {
        return each(set, one -> one.migrating(Optional.of(new Migration(List.of("migrate"), Duration.ofMinutes(5)))));
    }

    private static ServiceSet each(ServiceSet set, UnaryOperator<DeploySettings> change) {
        return new ServiceSet(set.services().stream().map(change).toList(), set.order(), set.atOnce(), set.onFailure());
    }

    private void hear(Told heard) {
        told.add(heard);
        if (heard.event() instanceof DeploymentStarted) {
            onceBegun.accept(begun.incrementAndGet());
        }
    }

    private void crashing(String service) {
        aws.ecs().behaviour(image -> image.contains("/" + service + "@"), TaskBehaviour.crashes(1, "no database"));
    }

    private SetSummary run(DeployOrder order, OnFailure onFailure, String... services) {
        return run(set(order, onFailure, services));
    }

    private static ServiceSet set(DeployOrder order, OnFailure onFailure, String... services) {
        return new ServiceSet(
                Stream.of(services).map(ServiceSetWireTest::settings).toList(), order, 10, onFailure);
    }

    private SetSummary run(ServiceSet set) {
        try (AwsClients clients = QuickAwsClients.of(aws.endpoint(), StepOnLocalAws.REGION, time)) {
            SharedAws shared = new SharedAws(clients.ecs(), clients.targetGroups(), time, time);
            DeployPorts ports = new DeployPorts(
                    shared.ecs(),
                    shared.targetGroups(),
                    clients.containerLogs(),
                    clients.imageRegistry(),
                    clients.alarms(),
                    clients.scaling(),
                    clients.taskRuns(),
                    clients.envFileBucket(),
                    clients.pipelines());
            deploy = new SetDeploy(
                    set,
                    ports,
                    time,
                    time,
                    cancellation,
                    crew(),
                    event -> {},
                    one -> event -> hear(new Told(one.service().value(), event)));
            List<ServiceOutcome> outcomes = deploy.run(Map.of());
            return new SetSummary(set, outcomes, Duration.ofMinutes(1));
        }
    }

    /** Works of virtual time begin and end with it. */
    private Crew crew() {
        return works -> {
            AtomicReference<RuntimeException> first = new AtomicReference<>();
            List<Runnable> guarded = works.stream()
                    .<Runnable>map(work -> () -> {
                        try {
                            work.run();
                        } catch (RuntimeException thrown) {
                            first.compareAndSet(null, thrown);
                        }
                    })
                    .toList();
            try {
                time.run(guarded);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            if (first.get() != null) {
                throw first.get();
            }
        };
    }

    /** Returns, in order, each service with a plus where its deployment began and a minus where it was done. */
    private List<String> courses() {
        return told.stream()
                .map(each -> each.event() instanceof DeploymentStarted
                        ? each.service() + "+"
                        : each.event() instanceof LevelReached reached && reached.level() == FinishLevel.DEPLOYED
                                ? each.service() + "-"
                                : "")
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static List<String> words(SetSummary summary) {
        return summary.outcomes().stream()
                .map(each -> ServiceVerdict.of(each).word())
                .toList();
    }

    private String runs(String service) {
        try (AwsClients clients = QuickAwsClients.of(aws.endpoint(), StepOnLocalAws.REGION, time)) {
            String arn = clients.ecs()
                    .service(new ClusterName(CLUSTER), new ServiceName(service))
                    .taskDefinition();
            return arn.substring(arn.lastIndexOf('/') + 1);
        }
    }

    private static DeploySettings settings(String service) {
        return DeploySettings.of(
                        new ClusterName(CLUSTER),
                        new ServiceName(service),
                        ImageReference.parse("123456789012.dkr.ecr.eu-central-1.amazonaws.com/" + service + "@"
                                + TaggedImage.DIGEST))
                .finishLevel(FinishLevel.DEPLOYED)
                .timeout(Duration.ofMinutes(10))
                .build();
    }
}
