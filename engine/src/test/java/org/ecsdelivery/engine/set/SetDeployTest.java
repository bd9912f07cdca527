package org.ecsdelivery.engine.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.DeployOrder;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.settings.Migration;
import org.ecsdelivery.common.settings.OnFailure;
import org.ecsdelivery.common.settings.ServiceSet;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.ecs.InMemoryEcs;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.SetEvent;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.report.SetSummary;
import org.ecsdelivery.engine.report.Verdict;
import org.ecsdelivery.engine.set.ServiceOutcome.Stage;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.VirtualTime;
import org.junit.jupiter.api.Test;

class SetDeployTest {
    private final List<String> calls = new ArrayList<>();
    private final List<EngineEvent> events = new ArrayList<>();
    private final Map<String, Supplier<DeployResult>> checks = new HashMap<>();
    private final Map<String, Supplier<DeployResult>> deployments = new HashMap<>();
    private Runnable migration = () -> {};
    private final VirtualTime time = new VirtualTime();
    private SetDeploy deploy = deploy(set(false, "web", "mail", "jobs"));

    @Test
    void looksAtAllBeforeItChangesTheFirst() {
        deploy.run(Map.of());

        assertThat(calls)
                .containsExactly("check web", "check mail", "check jobs", "deploy web", "deploy mail", "deploy jobs");
    }

    @Test
    void changesNothingWhenOneCannotBeDeployedToAndNamesEachThatCannot() {
        checks.put("mail", refused("There is no service mail"));
        checks.put("jobs", refused("There is no service jobs"));

        assertThatThrownBy(() -> deploy.run(Map.of()))
                .isInstanceOf(EngineException.class)
                .hasMessage(
                        "Nothing was changed: of 3 services, 2 cannot be deployed to: mail: There is no service mail.\n"
                                + "jobs: There is no service jobs.");
        assertThat(calls).noneMatch(call -> call.startsWith("deploy"));
    }

    @Test
    void runsTheMigrationOnceBeforeTheFirst() {
        ServiceSet set = migrating(set(false, "web", "mail"));
        deploy = deploy(set);

        deploy.run(Map.of());

        assertThat(calls).containsExactly("check web", "check mail", "migrate web", "deploy web", "deploy mail");
    }

    @Test
    void changesNoneWhenTheMigrationFails() {
        ServiceSet set = migrating(set(false, "web", "mail"));
        deploy = deploy(set);
        migration = () -> {
            throw new EngineException(FailureKind.MIGRATION_FAILED, "The migration failed", "exit code 1", "");
        };

        List<ServiceOutcome> outcomes = deploy.run(Map.of());

        assertThat(calls).containsExactly("check web", "check mail", "migrate web");
        assertThat(verdict(set, outcomes).word()).isEqualTo("FAILED");
        assertThat(verdict(set, outcomes).text()).contains("The migration failed: exit code 1");
        assertThat(outcomes).extracting(ServiceOutcome::stage).containsOnly(ServiceOutcome.Stage.NOT_BEGUN);
    }

    private static ServiceSet migrating(ServiceSet set) {
        Migration migration = new Migration(List.of("migrate"), Duration.ofMinutes(5));
        return new ServiceSet(
                set.services().stream()
                        .map(each -> each.migrating(Optional.of(migration)))
                        .toList(),
                set.order(),
                set.atOnce(),
                set.onFailure());
    }

    @Test
    void onlyPlansInADryRun() {
        deploy = deploy(set(true, "web", "mail"));

        List<ServiceOutcome> outcomes = deploy.run(Map.of());

        assertThat(calls).containsExactly("check web", "check mail");
        assertThat(verdict(set(true, "web", "mail"), outcomes).word()).isEqualTo("PLANNED");
    }

    @Test
    void beginsNoneAfterTheFirstThatFailsAndSaysWhichAreLeft() {
        deployments.put("mail", () -> new DeployResult.Failed("ecs-svc/2", "mail:2", "tasks failed to start", true));

        List<ServiceOutcome> outcomes = deploy.run(Map.of());

        assertThat(calls).contains("deploy web", "deploy mail").doesNotContain("deploy jobs");
        assertThat(events)
                .contains(new SetEvent.NotBegun(List.of(new ServiceName("jobs")), List.of(new ServiceName("mail"))));
        assertThat(outcomes).extracting(ServiceOutcome::stage).containsExactly(Stage.OVER, Stage.OVER, Stage.NOT_BEGUN);
    }

    @Test
    void saysOfEachServiceWhatBecameOfItInOneSentenceForTheBuild() {
        deployments.put("mail", refused("AWS did not answer"));

        Verdict verdict = verdict(set(false, "web", "mail", "jobs"), deploy.run(Map.of()));

        assertThat(verdict.word()).isEqualTo("FAILED");
        assertThat(verdict.kind()).contains(FailureKind.SERVICE_NOT_FOUND);
        assertThat(verdict.text())
                .isEqualTo("1 of 3 services in cluster prod is deployed. Not deployed: mail. Not begun: jobs."
                        + " Deployed: web.\nmail: AWS did not answer.");
    }

    @Test
    void succeedsWhenAllAreDeployed() {
        Verdict verdict = verdict(set(false, "web", "mail", "jobs"), deploy.run(Map.of()));

        assertThat(verdict.isSuccess()).isTrue();
        assertThat(verdict.text()).isEqualTo("Deployed 3 services in cluster prod in 1 min: web, mail, jobs.");
    }

    @Test
    void beginsNoneOnceItWasAskedTo() {
        deployments.put("web", () -> {
            deploy.beginNoMore();
            return succeeded("web");
        });

        List<ServiceOutcome> outcomes = deploy.run(Map.of());

        assertThat(calls).doesNotContain("deploy mail");
        assertThat(verdict(set(false, "web", "mail", "jobs"), outcomes).word()).isEqualTo("INTERRUPTED");
    }

    @Test
    void aStopEndsAllAndLeavesOpenWhatBecomesOfTheOneUnderWay() {
        deployments.put("mail", () -> {
            throw new Cancelled("the build was stopped");
        });

        assertThatThrownBy(() -> deploy.run(Map.of())).isInstanceOf(Cancelled.class);

        assertThat(deploy.outcomes())
                .extracting(ServiceOutcome::stage)
                .containsExactly(Stage.OVER, Stage.UNDER_WAY, Stage.NOT_BEGUN);
        assertThat(new SetSummary(set(false, "web", "mail", "jobs"), deploy.outcomes(), Duration.ZERO)
                        .interrupted("The step was stopped.")
                        .text())
                .isEqualTo("The step was stopped. 1 of 3 services in cluster prod is deployed. Left under way: mail."
                        + " Not begun: jobs. Deployed: web.");
    }

    @Test
    void aDefectInOneLetsNoOtherBegin() {
        deployments.put("web", () -> {
            throw new IllegalStateException("a defect");
        });

        assertThatThrownBy(() -> deploy.run(Map.of())).isInstanceOf(IllegalStateException.class);

        assertThat(calls).doesNotContain("deploy mail");
    }

    private SetDeploy deploy(ServiceSet set) {
        return new SetDeploy(
                set,
                new OneService() {
                    @Override
                    public DeployResult run(
                            DeploySettings settings, Map<String, String> tags, EngineListener listener) {
                        return SetDeployTest.this.run(settings, tags, listener);
                    }

                    @Override
                    public void migrate(DeploySettings settings, Map<String, String> tags, EngineListener listener) {
                        calls.add("migrate " + settings.service());
                        migration.run();
                    }
                },
                new WaysBack(new InMemoryEcs(time, "old1"), time, time, new Cancellation()),
                works -> works.forEach(Runnable::run),
                events::add,
                settings -> event -> {});
    }

    private DeployResult run(DeploySettings settings, Map<String, String> tags, EngineListener listener) {
        String service = settings.service().value();
        calls.add((settings.dryRun() ? "check " : "deploy ") + service);
        Map<String, Supplier<DeployResult>> script = settings.dryRun() ? checks : deployments;
        return script.getOrDefault(
                        service,
                        () -> settings.dryRun() ? new DeployResult.Planned(service + ":1") : succeeded(service))
                .get();
    }

    private static DeployResult succeeded(String service) {
        return new DeployResult.Succeeded("ecs-svc/1", service + ":2", FinishLevel.LIVE, Duration.ofSeconds(20));
    }

    private static Supplier<DeployResult> refused(String fact) {
        return () -> {
            throw new EngineException(FailureKind.SERVICE_NOT_FOUND, fact, "", "");
        };
    }

    private static Verdict verdict(ServiceSet set, List<ServiceOutcome> outcomes) {
        return new SetSummary(set, outcomes, Duration.ofMinutes(1)).verdict();
    }

    private static ServiceSet set(boolean dryRun, String... services) {
        return new ServiceSet(
                Stream.of(services)
                        .map(SetDeployTest::settings)
                        .map(each -> dryRun ? each.asDryRun() : each)
                        .toList(),
                DeployOrder.ORDERED,
                1,
                OnFailure.STOP);
    }

    private static DeploySettings settings(String service) {
        return DeploySettings.of(
                        new ClusterName("prod"),
                        new ServiceName(service),
                        ImageReference.parse("registry.example.org/app@sha256:" + "a".repeat(64)))
                .finishLevel(FinishLevel.LIVE)
                .timeout(Duration.ofMinutes(10))
                .build();
    }
}
