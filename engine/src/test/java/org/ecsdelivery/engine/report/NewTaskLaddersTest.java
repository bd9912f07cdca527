package org.ecsdelivery.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.ecsdelivery.engine.ecs.TaskTimes;
import org.ecsdelivery.engine.event.DeployEvent.NewTaskSeen;
import org.ecsdelivery.engine.event.DeployEvent.TaskFailed;
import org.junit.jupiter.api.Test;

class NewTaskLaddersTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final NewTaskLadders ladders = new NewTaskLadders();

    @Test
    void believesEcsOnTimesBeforeItsFirstLook() {
        saw(times(2, 5, 9), TaskStatus.RUNNING, false, 30);
        saw(times(2, 5, 9), TaskStatus.RUNNING, true, 40);

        assertThat(states()).containsExactly("PROVISIONING 2+3", "PENDING 5+4", "RUNNING 9+31", "SERVING 40+20");
    }

    @Test
    void usesTheMomentsOfItsLooksWhereEcsTellsNone() {
        saw(TaskTimes.UNKNOWN, TaskStatus.PENDING, false, 10);
        saw(TaskTimes.UNKNOWN, TaskStatus.ACTIVATING, false, 20);
        saw(TaskTimes.UNKNOWN, TaskStatus.RUNNING, false, 30);

        assertThat(states()).containsExactly("PENDING 10+10", "ACTIVATING 20+10", "RUNNING 30+30");
    }

    @Test
    void keepsWhatADifferentClockTellsWithinTheDeployment() {
        saw(times(-4, -1, 90), TaskStatus.RUNNING, true, 40);

        assertThat(states()).containsExactly("PROVISIONING 0+0", "PENDING 0+40", "RUNNING 40+0", "SERVING 40+20");
    }

    @Test
    void takesItThatATaskWhichRunsServesOnceTheDeploymentIsLive() {
        saw(times(2, 5, 9), TaskStatus.RUNNING, false, 30);
        ladders.live(NOON.plusSeconds(35));

        assertThat(states()).endsWith("RUNNING 9+26", "SERVING 35+25");
    }

    @Test
    void endsWithTheMomentAtWhichATaskFailed() {
        TaskState stopped = task(times(2, 5, 9), TaskStatus.STOPPED, Optional.of(NOON.plusSeconds(12)));
        ladders.failed(new TaskFailed(stopped, List.of()), NOON.plusSeconds(20));

        assertThat(states()).containsExactly("PROVISIONING 2+3", "PENDING 5+4", "RUNNING 9+3", "FAILED 12+0");
    }

    @Test
    void leavesOutATaskOfWhichNothingIsKnown() {
        saw(TaskTimes.UNKNOWN, TaskStatus.UNKNOWN, false, 10);

        assertThat(ladders.all(NOON, NOON.plusSeconds(60))).isEmpty();
    }

    private List<String> states() {
        return ladders.all(NOON, NOON.plusSeconds(60)).get(0).steps().stream()
                .map(step -> step.state() + " " + (step.at().getEpochSecond() - NOON.getEpochSecond()) + "+"
                        + step.stayed().toSeconds())
                .toList();
    }

    private void saw(TaskTimes times, TaskStatus status, boolean serves, int at) {
        ladders.saw(new NewTaskSeen(task(times, status, Optional.empty()), "", serves, NOON.plusSeconds(at)));
    }

    private static TaskTimes times(int created, int pulled, int started) {
        return new TaskTimes(
                Optional.of(NOON.plusSeconds(created)),
                Optional.of(NOON.plusSeconds(pulled)),
                Optional.of(NOON.plusSeconds(started)),
                Optional.empty());
    }

    private static TaskState task(TaskTimes times, TaskStatus status, Optional<Instant> stoppedAt) {
        return new TaskState(
                "arn:aws:ecs:eu-central-1:123456789012:task/prod/a0b1",
                Scenes.SHOP_42,
                Scenes.OURS,
                status,
                false,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                stoppedAt,
                times);
    }
}
