package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.AlarmChanges;
import org.ecsdelivery.common.settings.CapacityShare;
import org.ecsdelivery.common.settings.CircuitBreaker;
import org.ecsdelivery.common.settings.OnAlarm;
import org.ecsdelivery.common.settings.PropagateTags;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.settings.ServiceChanges;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.engine.ecs.DeploymentRules;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.InMemoryEcs;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.Plan;
import org.junit.jupiter.api.Test;

/** A deployment that changes the service too. */
class ServiceChangesTest extends DeployOnTest {
    @Test
    void tellsBothValuesAndCountsWithTheNewOnes() {
        Plan plan = planned(changes(3, 60));

        assertThat(plan.differences())
                .contains(
                        new Plan.Difference("Desired count", "2", "3"),
                        new Plan.Difference("Health check grace period, seconds", "0", "60"));
        assertThat(plan.pace()).hasValue(new Plan.Pace(3, 6, 3, 3, 1));
        assertThat(plan.atMost()).hasValueSatisfying(time -> assertThat(time).isGreaterThan(seconds(60)));
        assertThat(plan.notes()).containsExactly("The desired count stays when ECS rolls back.");
    }

    @Test
    void cannotTellHowLongAServiceTakesToShrink() {
        assertThat(planned(changes(1, 0)).atMost()).isEmpty();
    }

    @Test
    void refusesANewCountThatThePercentagesNeverLetFinish() {
        ecs.withRules(rules -> new DeploymentRules("ROLLING", "REPLICA", 50, 100, Duration.ZERO, true, true));

        assertThatThrownBy(() -> planned(changes(1, 0))).hasMessageContaining("with the desired count 1");
    }

    @Test
    void changesTheServiceWithItsDeployment() {
        rollsOut();
        time.at(seconds(60), this::targetsGone);

        run(settings.changing(changes(3, 60)));

        assertThat(ecs.service(settings.cluster(), settings.service()).desired())
                .isEqualTo(3);
    }

    @Test
    void tellsHowTheServiceWillBeDeployed() {
        assertThat(planned(limits(50, 150)).differences())
                .contains(
                        new Plan.Difference("Minimum healthy percent", "100", "50"),
                        new Plan.Difference("Maximum percent", "200", "150"),
                        new Plan.Difference("Circuit breaker", "ROLL_BACK", "FAIL"));
    }

    @Test
    void countsWithTheNewLimits() {
        assertThatThrownBy(() -> planned(limits(100, 100))).hasMessageContaining("maximumPercent 100 allows 2 tasks");
    }

    @Test
    void changesAServiceThatRunsTheRevisionAlreadyAndBeginsNoDeployment() {
        runsTheRevision();

        DeployResult result = run(settings.changing(changes(3, 60)));

        assertThat(result).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(all(DeployEvent.DeploymentStarted.class)).isEmpty();
        assertThat(ecs.service(settings.cluster(), settings.service()).desired())
                .isEqualTo(3);
    }

    @Test
    void beginsADeploymentOfTheSameRevisionWhenForcedTo() {
        runsTheRevision();
        time.at(seconds(10), () -> {
            ecs.runTask("newer", "ecs-svc/again-2");
            ecs.rollout("ecs-svc/again-2", Rollout.COMPLETED, "completed");
        });

        DeployResult result = run(settings.forced());

        assertThat(all(DeployEvent.DeploymentStarted.class))
                .extracting(each -> each.deployment().id())
                .containsExactly("ecs-svc/again-2");
        assertThat(result)
                .isInstanceOfSatisfying(
                        DeployResult.Succeeded.class,
                        done -> assertThat(done.deployment()).isEqualTo("ecs-svc/again-2"));
        assertThat(ecs.calls()).containsOnlyOnce("ecs:RegisterTaskDefinition");
    }

    @Test
    void saysWhatBecomesOfTheTasksWhenTheImageIsTheSame() {
        runsTheRevision();

        assertThat(planned(ServiceChanges.NONE).notes()).anyMatch(each -> each.endsWith("is not updated again."));
        assertThat(planned(changes(3, 60)).notes()).anyMatch(each -> each.endsWith("its tasks stay."));
        run(settings.forced().asDryRun());
        assertThat(last().notes())
                .anyMatch(each -> each.endsWith("its tasks are replaced by tasks of the same image."));
    }

    private void runsTheRevision() {
        ecs.register(
                InMemoryEcs.revisionArn(1), new ContainerName("app"), settings.image(), RevisionChanges.NONE, Map.of());
        ecs.update(settings.cluster(), settings.service(), InMemoryEcs.revisionArn(2));
        ecs.rollout("ecs-svc/2", Rollout.COMPLETED, "completed");
        ecs.move("old1", TaskStatus.STOPPED);
        ecs.move("old2", TaskStatus.STOPPED);
        targetsGone();
    }

    private static ServiceChanges limits(int minimum, int maximum) {
        return new ServiceChanges(
                Optional.empty(),
                Optional.empty(),
                Optional.of(minimum),
                Optional.of(maximum),
                Optional.of(CircuitBreaker.FAIL));
    }

    private static ServiceChanges alarms(OnAlarm what, String... names) {
        return ServiceChanges.NONE.watching(new AlarmChanges(List.of(names), Optional.of(what)));
    }

    @Test
    void tellsWhichAlarmsWillGuardTheDeployment() {
        assertThat(planned(alarms(OnAlarm.ROLL_BACK, "errors", "latency")).differences())
                .contains(
                        new Plan.Difference("Alarms", "", "errors, latency"),
                        new Plan.Difference("When an alarm goes off", "OFF", "ROLL_BACK"));
    }

    @Test
    void watchesNoAlarmsWhereThereAreNone() {
        assertThatThrownBy(() -> planned(alarms(OnAlarm.FAIL)))
                .hasMessageContaining("watches no alarm during deployments")
                .hasMessageEndingWith(
                        "Enter the names as Alarms (deploy.alarms), or let When an alarm goes off (deploy.onAlarm) be KEEP.");
        assertThat(planned(alarms(OnAlarm.OFF)).differences()).hasSize(1);
    }

    @Test
    void setsNoCountOfADaemon() {
        ecs.withRules(rules -> new DeploymentRules("ROLLING", "DAEMON", 0, 100, Duration.ZERO, true, true));

        assertThatThrownBy(() -> planned(changes(1, 0)))
                .hasMessageContaining("scheduling strategy DAEMON")
                .hasMessageEndingWith("Leave Desired count (deploy.desiredCount) empty.");
    }

    @Test
    void setsNoGracePeriodWithoutALoadBalancer() {
        ecs.withoutLoadBalancer();

        assertThatThrownBy(() -> planned(changes(2, 60)))
                .hasMessageContaining("has no load balancer")
                .hasMessageEndingWith("Leave Health check grace period, seconds (deploy.gracePeriodSeconds) empty.");
        assertThat(ecs.calls()).doesNotContain("ecs:RegisterTaskDefinition");
    }

    private static final ServiceChanges ON_SPOT =
            ServiceChanges.NONE.on(List.of(new CapacityShare("FARGATE_SPOT", 1, 0)));

    @Test
    void tellsWhereTasksWillBePlaced() {
        assertThat(planned(ON_SPOT).differences())
                .contains(new Plan.Difference("Capacity providers", "launch type FARGATE", "FARGATE_SPOT=1"));
    }

    @Test
    void replacesTheTasksOfTheRevisionThatRunsWhenTheyArePlacedElsewhere() {
        runsTheRevision();
        assertThat(planned(ON_SPOT).notes())
                .anyMatch(each -> each.endsWith("its tasks are replaced by tasks of the same image."));
        time.at(seconds(10), () -> {
            ecs.runTask("newer", "ecs-svc/again-2");
            ecs.rollout("ecs-svc/again-2", Rollout.COMPLETED, "completed");
        });

        DeployResult result = run(settings.changing(ON_SPOT));

        assertThat(result)
                .isInstanceOfSatisfying(
                        DeployResult.Succeeded.class,
                        done -> assertThat(done.deployment()).isEqualTo("ecs-svc/again-2"));
        assertThat(ecs.calls()).containsOnlyOnce("ecs:RegisterTaskDefinition");
    }

    @Test
    void beginsNothingWhereTheTasksAreThereAlready() {
        runsTheRevision();
        ecs.deployAgain(settings.cluster(), settings.service(), InMemoryEcs.revisionArn(2), ON_SPOT);
        ecs.rollout("ecs-svc/again-2", Rollout.COMPLETED, "completed");

        run(settings.changing(ON_SPOT));

        assertThat(all(DeployEvent.DeploymentStarted.class)).isEmpty();
    }

    @Test
    void changesWhoseTagsTasksGetAndBeginsNoDeploymentForThat() {
        runsTheRevision();
        ServiceChanges changes = ServiceChanges.NONE.propagating(PropagateTags.TASK_DEFINITION);
        assertThat(planned(changes).differences())
                .contains(new Plan.Difference("Tags of tasks", "NONE", "TASK_DEFINITION"));

        run(settings.changing(changes));

        assertThat(all(DeployEvent.DeploymentStarted.class)).isEmpty();
        assertThat(ecs.service(settings.cluster(), settings.service()).traits().propagated())
                .isEqualTo(PropagateTags.TASK_DEFINITION);
    }

    @Test
    void placesNoDaemonOnFargate() {
        ecs.withRules(rules -> new DeploymentRules("ROLLING", "DAEMON", 0, 100, Duration.ZERO, true, true));

        assertThatThrownBy(() -> planned(ON_SPOT))
                .hasMessageContaining("which Fargate does not have")
                .hasMessageEndingWith("Leave Capacity providers (deploy.capacityProviders) empty.");
    }

    private Plan planned(ServiceChanges changes) {
        run(settings.changing(changes).asDryRun());
        return last();
    }

    private Plan last() {
        List<DeployEvent.Planned> all = all(DeployEvent.Planned.class);
        return all.get(all.size() - 1).plan();
    }

    private static ServiceChanges changes(int desired, int grace) {
        return new ServiceChanges(Optional.of(desired), Optional.of(Duration.ofSeconds(grace)));
    }
}
