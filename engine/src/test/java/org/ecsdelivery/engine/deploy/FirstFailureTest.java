package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecsdelivery.engine.ecs.InMemoryEcs.GROUP;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ecsdelivery.engine.ecs.TargetState.Health;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.ecsdelivery.engine.event.DeployEvent;
import org.junit.jupiter.api.Test;

/** How soon a failing task is told. */
class FirstFailureTest extends DeployOnTest {
    private static final String NO_IMAGE = "CannotPullContainerError: failed to resolve ref: not found";
    private static final String BAD_GATEWAY =
            "Target.ResponseCodeMismatch: Health checks failed with these codes: [502]";
    private static final Duration A_LOOK = seconds(5);

    @Test
    void tellsAtTheNextLookThatTheImageCannotBePulled() {
        time.at(seconds(10), () -> {
            ecs.neverStarts("new1", "ecs-svc/2", NO_IMAGE);
            ecs.counts("ecs-svc/2", 2, 1, 3);
        });

        assertThat(toldAfter(seconds(10).plus(A_LOOK)))
                .singleElement()
                .satisfies(failed -> assertThat(failed.task().stoppedReason()).contains(NO_IMAGE));
    }

    @Test
    void tellsOfATaskThatNeverStartsAlthoughEcsCountsNoFailure() {
        time.at(seconds(10), () -> ecs.neverStarts("new1", "ecs-svc/2", NO_IMAGE));

        assertThat(toldAfter(seconds(30).plus(A_LOOK))).hasSize(1);
    }

    @Test
    void waitsForTheEndOfAContainerThatRan() {
        time.at(seconds(10), () -> {
            ecs.crash("new1", "ecs-svc/2", 1, "Essential container in task exited");
            ecs.move("new1", TaskStatus.DEPROVISIONING);
        });

        assertThat(toldAfter(seconds(50))).isEmpty();
    }

    @Test
    void showsHowManyFailuresTheCircuitBreakerHasCounted() {
        time.at(seconds(10), () -> ecs.counts("ecs-svc/2", 2, 1, 3))
                .at(seconds(40), () -> ecs.counts("ecs-svc/2", 2, 2, 3));

        run(settings);

        assertThat(all(DeployEvent.FailuresCounted.class))
                .containsExactly(new DeployEvent.FailuresCounted(1, 3), new DeployEvent.FailuresCounted(2, 3));
    }

    @Test
    void showsNoCountWhereTheCircuitBreakerIsOff() {
        time.at(seconds(10), () -> ecs.crash("new1", "ecs-svc/2", 1, "Essential container in task exited"));

        run(settings);

        assertThat(all(DeployEvent.FailuresCounted.class)).isEmpty();
    }

    // --- targets

    @Test
    void tellsTheCodeOfTheFirstHealthCheckThatFailsAtTheNextLookAndNoOther() {
        time.at(seconds(10), () -> ecs.runTask("new1", "ecs-svc/2"))
                .at(seconds(10), () -> ecs.runTask("new2", "ecs-svc/2"))
                .at(seconds(10), () -> ecs.target("new2", Health.INITIAL))
                .at(seconds(14), () -> ecs.unhealthy("new1", BAD_GATEWAY))
                .at(seconds(50), () -> ecs.unhealthy("new2", BAD_GATEWAY));

        run(settings);

        assertThat(all(DeployEvent.TargetUnhealthy.class))
                .containsExactly(new DeployEvent.TargetUnhealthy("new1", "new1:8080", "web", BAD_GATEWAY));
        assertThat(events.indexOf(all(DeployEvent.TargetUnhealthy.class).get(0)))
                .isLessThan(events.indexOf(all(DeployEvent.StillWaiting.class).get(0)));
    }

    @Test
    void tellsItWhileOnlySomeOfTheNewTasksRun() {
        time.at(seconds(10), () -> ecs.runTask("new1", "ecs-svc/2"))
                .at(seconds(14), () -> ecs.unhealthy("new1", BAD_GATEWAY));

        run(settings);

        assertThat(all(DeployEvent.TargetUnhealthy.class)).hasSize(1);
    }

    @Test
    void tellsItOfATaskThatEcsAlreadyStopsForIt() {
        time.at(seconds(10), () -> {
            ecs.neverStarts("new1", "ecs-svc/2", "Task failed ELB health checks in (target-group " + GROUP + ")");
            ecs.move("new1", TaskStatus.DEACTIVATING);
            ecs.unhealthy("new1", BAD_GATEWAY);
            ecs.counts("ecs-svc/2", 2, 1, 3);
        });

        run(settings);

        assertThat(all(DeployEvent.TargetUnhealthy.class))
                .extracting(DeployEvent.TargetUnhealthy::detail)
                .containsExactly(BAD_GATEWAY);
    }

    private List<DeployEvent.TaskFailed> toldAfter(Duration moment) {
        List<DeployEvent.TaskFailed> told = new ArrayList<>();
        time.at(moment, () -> told.addAll(all(DeployEvent.TaskFailed.class)));
        run(settings);
        return told;
    }
}
