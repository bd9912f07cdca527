package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.engine.ecs.Target;
import org.ecsdelivery.engine.ecs.TargetState.Health;
import org.junit.jupiter.api.Test;

/** What is said of things that nobody cleans up. */
class LeftOversTest extends DeployOnTest {
    private static final Target STRANGER = new Target("10.0.9.9", 8080);

    @Test
    void namesATargetThatNoTaskOfTheServiceOwns() {
        rollsOutAndDrains();
        ecs.target(STRANGER, Health.UNHEALTHY_DRAINING);

        assertThat(run(settings)).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(warnings())
                .containsExactly(
                        "Left over: target 10.0.9.9:8080 (unhealthy.draining) of target group web belongs to no"
                                + " running task of the service.");
    }

    @Test
    void namesATaskOfAnEarlierDeploymentThatStillRuns() {
        rollsOutAndDrains();
        time.at(seconds(40), () -> ecs.runTask("kept", "ecs-svc/1"));

        assertThat(run(settings)).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(warnings())
                .containsExactly(
                        "Left over: task kept of web:1 still runs. It may be protected from scale-in; ECS stops it"
                                + " when that ends.");
    }

    @Test
    void saysNothingWhereNothingIsLeftOver() {
        rollsOutAndDrains();

        run(settings);

        assertThat(warnings()).isEmpty();
    }

    @Test
    void doesNotLookForWhatMayStillBeThereAtAnEarlierLevel() {
        rollsOutAndDrains();
        ecs.target(STRANGER, Health.HEALTHY);

        run(until(FinishLevel.DEPLOYED));

        assertThat(warnings()).isEmpty();
    }

    private void rollsOutAndDrains() {
        rollsOut();
        time.at(seconds(60), this::targetsGone);
    }
}
