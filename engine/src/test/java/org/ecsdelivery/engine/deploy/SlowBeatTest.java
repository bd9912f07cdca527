package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.engine.ecs.DeploymentRules.Alarms;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.junit.jupiter.api.Test;

/** Looks are for moments in which something can happen. */
class SlowBeatTest extends DeployOnTest {
    @Test
    void looksSeldomWhileOnlyALongDeregistrationDelayIsWaitedForAndIsThereWhenItEnds() {
        ecs.deregistersWithin(Duration.ofMinutes(5));
        rollsOut();
        int[] before = new int[1];
        time.at(seconds(60), () -> before[0] = ecs.calls().size())
                .at(seconds(22 + 300), () -> ecs.targetGone("old1"))
                .at(seconds(36 + 300), () -> ecs.targetGone("old2"));

        assertThat(run(settings)).isInstanceOf(DeployResult.Succeeded.class);

        assertThat(time.elapsed()).isBetween(seconds(336), seconds(338));
        // 276 s at the beat of a rollout would be 200 calls, at the usual rest 55
        assertThat(ecs.calls().size() - before[0]).isLessThan(40);
    }

    @Test
    void looksSeldomWhileEcsOnlyWatchesAlarms() {
        ecs.withRules(rules -> rules.watching(new Alarms(List.of("errors"), true)));
        int[] before = new int[1];
        time.at(seconds(10), () -> ecs.runTask("new1", "ecs-svc/2"))
                .at(seconds(10), () -> ecs.runTask("new2", "ecs-svc/2"))
                .at(seconds(20), () -> stopped("old1"))
                .at(seconds(20), () -> stopped("old2"))
                .at(seconds(60), () -> before[0] = ecs.calls().size())
                .at(seconds(360), () -> ecs.rollout("ecs-svc/2", Rollout.COMPLETED, "completed"));

        assertThat(run(until(FinishLevel.STOPPED))).isInstanceOf(DeployResult.Succeeded.class);

        assertThat(time.elapsed()).isBetween(seconds(360), seconds(370));
        assertThat(ecs.calls().size() - before[0]).isLessThan(60);
    }

    private void stopped(String task) {
        ecs.move(task, TaskStatus.STOPPED);
        ecs.targetGone(task);
    }
}
