package org.ecsdelivery.engine.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.settings.AlarmChanges;
import org.ecsdelivery.common.settings.CapacityShare;
import org.ecsdelivery.common.settings.CircuitBreaker;
import org.ecsdelivery.common.settings.OnAlarm;
import org.ecsdelivery.common.settings.PropagateTags;
import org.ecsdelivery.common.settings.ServiceChanges;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.EcsApi.PauseAnswer;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.Test;

/** What the engine relies on of updates and the deployments that they begin. */
abstract class EcsDeploymentsContract extends EcsRevisionsContract {
    @Test
    void answersAnUpdateWithTheNewDeployment() {
        serviceRuns(2);
        String before = look().primary().orElseThrow().id();
        String revision = registered();
        ServiceState answer = ecs().update(cluster(), service(), revision);
        assertThat(answer.primary()).hasValueSatisfying(primary -> {
            assertThat(primary.id()).startsWith("ecs-svc/").isNotEqualTo(before);
            assertThat(primary.taskDefinition()).isEqualTo(revision);
            assertThat(primary.rollout()).isEqualTo(Rollout.IN_PROGRESS);
        });
    }

    @Test
    void changesTheServiceWithTheUpdateAndNothingOfItWithoutBeingTold() {
        serviceRuns(2);
        ServiceChanges changes = new ServiceChanges(Optional.of(3), Optional.of(Duration.ofSeconds(45)));
        ecs().update(cluster(), service(), registered(), changes);
        ServiceState after = ecs().update(cluster(), service(), registered());
        assertThat(after.desired()).isEqualTo(3);
        assertThat(after.rules().gracePeriod()).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void changesHowTheServiceIsDeployedAndNothingOfItWithoutBeingTold() {
        serviceRuns(2);
        Optional<Integer> same = Optional.empty();
        ecs().update(
                        cluster(),
                        service(),
                        registered(),
                        new ServiceChanges(
                                same, Optional.empty(), Optional.of(40), same, Optional.of(CircuitBreaker.FAIL)));
        ServiceState after = ecs().update(
                        cluster(),
                        service(),
                        registered(),
                        new ServiceChanges(same, Optional.empty(), same, Optional.of(150), Optional.empty()));
        assertThat(after.rules().minimumHealthyPercent()).isEqualTo(40);
        assertThat(after.rules().maximumPercent()).isEqualTo(150);
        assertThat(after.rules().breaker()).isEqualTo(CircuitBreaker.FAIL);
    }

    private DeploymentRules.Alarms watching(AlarmChanges changes) {
        return ecs().update(cluster(), service(), registered(), ServiceChanges.NONE.watching(changes))
                .rules()
                .alarms();
    }

    @Test
    void changesTheAlarmsThatGuardDeployments() {
        serviceRuns(2);
        assertThat(watching(new AlarmChanges(List.of("errors", "latency"), Optional.of(OnAlarm.ROLL_BACK))))
                .isEqualTo(new DeploymentRules.Alarms(List.of("errors", "latency"), true));
        assertThat(watching(new AlarmChanges(List.of("errors"), Optional.empty())))
                .isEqualTo(new DeploymentRules.Alarms(List.of("errors"), true));
        assertThat(watching(AlarmChanges.NONE)).isEqualTo(new DeploymentRules.Alarms(List.of("errors"), true));
        assertThat(watching(new AlarmChanges(List.of(), Optional.of(OnAlarm.FAIL))))
                .isEqualTo(new DeploymentRules.Alarms(List.of("errors"), false));
        assertThat(watching(new AlarmChanges(List.of(), Optional.of(OnAlarm.OFF))))
                .isEqualTo(DeploymentRules.Alarms.NONE);
    }

    @Test
    void beginsNoDeploymentOfTheRevisionThatTheServiceRuns() {
        serviceRuns(2);
        DeploymentState before = look().primary().orElseThrow();
        ServiceState after = ecs().update(
                        cluster(),
                        service(),
                        before.taskDefinition(),
                        new ServiceChanges(Optional.of(3), Optional.of(Duration.ofSeconds(45))));
        assertThat(after.primary().orElseThrow().id()).isEqualTo(before.id());
        assertThat(after.desired()).isEqualTo(3);
    }

    @Test
    void beginsADeploymentOfTheRevisionThatTheServiceRunsWhenForcedTo() {
        serviceRuns(2);
        DeploymentState before = look().primary().orElseThrow();
        ServiceState after = ecs().deployAgain(cluster(), service(), before.taskDefinition(), ServiceChanges.NONE);
        assertThat(after.primary().orElseThrow().id()).isNotEqualTo(before.id());
        assertThat(after.primary().orElseThrow().taskDefinition()).isEqualTo(before.taskDefinition());
    }

    private static final ServiceChanges ON_SPOT = ServiceChanges.NONE.on(
            List.of(new CapacityShare("FARGATE", 1, 1), new CapacityShare("FARGATE_SPOT", 3, 0)));

    @Test
    void placesTasksOnOtherCapacityProvidersAndKeepsThemThere() {
        serviceRuns(2);
        assertThat(look().traits()).isEqualTo(new ServiceTraits("FARGATE", List.of(), PropagateTags.NONE));
        ecs().update(cluster(), service(), registered(), ON_SPOT);
        ServiceState after = ecs().update(cluster(), service(), registered());
        assertThat(after.traits()).isEqualTo(new ServiceTraits("", ON_SPOT.providers(), PropagateTags.NONE));
    }

    @Test
    void changesWhoseTagsTasksGetAndBeginsNoDeploymentForThat() {
        serviceRuns(2);
        DeploymentState before = look().primary().orElseThrow();
        ecs().update(
                        cluster(),
                        service(),
                        before.taskDefinition(),
                        ServiceChanges.NONE.propagating(PropagateTags.TASK_DEFINITION));
        ServiceState after = ecs().update(cluster(), service(), before.taskDefinition());
        assertThat(after.traits().propagated()).isEqualTo(PropagateTags.TASK_DEFINITION);
        assertThat(after.primary().orElseThrow().id()).isEqualTo(before.id());
    }

    @Test
    void beginsADeploymentOfTheRevisionThatTheServiceRunsWhenItsTasksArePlacedElsewhere() {
        serviceRuns(2);
        DeploymentState before = look().primary().orElseThrow();
        ServiceState moved = ecs().update(cluster(), service(), before.taskDefinition(), ON_SPOT);
        String own = moved.primary().orElseThrow().id();
        assertThat(own).isNotEqualTo(before.id());
        ServiceState same = ecs().update(cluster(), service(), before.taskDefinition(), ON_SPOT);
        assertThat(same.primary().orElseThrow().id()).isEqualTo(own);
    }

    @Test
    void stillListsTheDeploymentThatIsBeingReplaced() {
        serviceRuns(2);
        DeploymentState before = look().primary().orElseThrow();
        ServiceState answer = deployed();
        assertThat(answer.deployments()).hasSize(2);
        assertThat(answer.deployments().get(0).isPrimary()).isTrue();
        assertThat(answer.deployment(before.id()))
                .hasValueSatisfying(old -> assertThat(old.isPrimary()).isFalse());
    }

    @Test
    void findsTheDeploymentOfTheUpdateAgain() {
        serviceRuns(2);
        String id = deployed().primary().orElseThrow().id();
        finishRollout();
        assertThat(look().deployment(id)).hasValueSatisfying(deployment -> {
            assertThat(deployment.rollout()).isEqualTo(Rollout.COMPLETED);
            assertThat(deployment.running()).isEqualTo(2);
        });
    }

    @Test
    void refusesToUpdateAServiceThatDoesNotExist() {
        serviceRuns(1);
        String revision = registered();
        assertFailsWith(FailureKind.SERVICE_NOT_FOUND, "nobody", () -> ecs().update(cluster(), NOBODY, revision));
    }

    @Test
    void recordsTheDeploymentOfARevisionNewestFirst() {
        serviceRuns(2);
        String revision = registered();
        ecs().update(cluster(), service(), revision);
        finishRollout();
        assertThat(ecs().serviceDeployments(cluster(), service())).first().satisfies(record -> {
            assertThat(record.taskDefinition()).isEqualTo(revision);
            assertThat(record.status()).isEqualTo("SUCCESSFUL");
        });
    }

    @Test
    void takesADeploymentThatIsUnderWayBack() {
        serviceRuns(2);
        deployed();
        ServiceDeploymentState ours =
                ecs().serviceDeployments(cluster(), service()).get(0);
        assertThat(ours.isOver()).isFalse();
        ecs().turnBack(ours.arn());
        assertThat(ecs().serviceDeployments(cluster(), service()).get(0).isRolledBack())
                .isTrue();
    }

    @Test
    void takesNothingBackThatIsOver() {
        serviceRuns(1);
        ServiceDeploymentState over =
                ecs().serviceDeployments(cluster(), service()).get(0);
        assertThat(over.isOver()).isTrue();
        assertFailsWith(FailureKind.AWS_REFUSED, "", () -> ecs().turnBack(over.arn()));
    }

    @Test
    void hasADeploymentThatWaitsAtAPauseHookGoOn() {
        String deployment = waitsAtAPauseHook();
        assertThat(ecs().answerPauses(deployment, PauseAnswer.CONTINUE)).isEqualTo(1);
        assertThat(ecs().answerPauses(deployment, PauseAnswer.CONTINUE)).isZero();
        assertThat(ecs().serviceDeployments(cluster(), service()).get(0).isRolledBack())
                .isFalse();
    }

    @Test
    void hasADeploymentThatWaitsAtAPauseHookGoBack() {
        String deployment = waitsAtAPauseHook();
        assertThat(ecs().answerPauses(deployment, PauseAnswer.ROLL_BACK)).isEqualTo(1);
        assertThat(ecs().serviceDeployments(cluster(), service()).get(0).isRolledBack())
                .isTrue();
    }

    @Test
    void tellsEventsNewestFirst() {
        serviceRuns(2);
        deployed();
        finishRollout();
        List<Instant> instants = look().events().stream().map(ServiceEvent::at).toList();
        assertThat(instants).isNotEmpty().isSortedAccordingTo(Comparator.reverseOrder());
    }
}
