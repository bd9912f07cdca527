package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.engine.ecs.Target;
import org.ecsdelivery.engine.ecs.TargetState.Health;
import org.junit.jupiter.api.Test;

/** What is said of things that nobody cleans up. */
class LeftOversTest extends DeployOnTest {
    private static final Target STRANGER = new Target("10.0.9.9", 8080);
    private static final String HELD_UP = "(service web, taskSet ecs-svc/1) was unable to scale in. Reason: The number"
            + " of protected tasks is more than the desired count of tasks";

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
    void namesAllTargetsOfAGroupInOneLine() {
        rollsOutAndDrains();
        for (int each = 10; each < 22; each++) {
            ecs.target(new Target("10.0.9." + each, 8080), Health.HEALTHY);
        }

        run(settings);

        assertThat(warnings())
                .singleElement()
                .asString()
                .startsWith("Left over: targets 10.0.9.10:8080 (healthy), 10.0.9.11:8080 (healthy), ")
                .endsWith("10.0.9.19:8080 (healthy) and 2 more of target group web belong to no running task of the"
                        + " service.");
    }

    @Test
    void saysUntilWhenATaskOfAnEarlierDeploymentIsProtected() {
        rollsOutAndDrains();
        time.at(seconds(40), () -> ecs.runTask("kept", "ecs-svc/1"));
        ecs.protect("kept", Instant.parse("2030-01-01T12:00:00Z"));

        assertThat(run(settings)).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(warnings())
                .containsExactly("Left over: task kept of web:1 still runs: it is protected from scale-in until"
                        + " 2030-01-01T12:00:00Z, and ECS stops it after that.");
    }

    @Test
    void saysThatATaskThatStillRunsIsNotProtected() {
        rollsOutAndDrains();
        time.at(seconds(40), () -> ecs.runTask("kept", "ecs-svc/1"));

        run(settings);

        assertThat(warnings())
                .containsExactly(
                        "Left over: task kept of web:1 still runs, although it is not protected from scale-in.");
    }

    @Test
    void saysThatATaskMayBeProtectedWhereThatMayNotBeAsked() {
        rollsOutAndDrains();
        time.at(seconds(40), () -> ecs.runTask("kept", "ecs-svc/1"));
        ecs.denying("ecs:GetTaskProtection");

        run(settings);

        assertThat(warnings())
                .containsExactly(
                        "Left over: task kept of web:1 still runs. It may be protected from scale-in; ECS stops it"
                                + " when that ends.");
    }

    @Test
    void saysOnceWhichProtectedTaskHoldsTheDeploymentUp() {
        ecs.protect("old2", Instant.parse("2030-01-01T12:00:00Z"));
        time.at(seconds(10), () -> ecs.runTask("new1", "ecs-svc/2"))
                .at(seconds(12), () -> ecs.select("old1"))
                .at(seconds(20), () -> ecs.event(HELD_UP))
                .at(seconds(50), () -> ecs.event(HELD_UP));

        run(settings);

        assertThat(warnings())
                .filteredOn(text -> text.startsWith("The deployment waits: "))
                .containsExactly("The deployment waits: task old2 of web:1 still runs: it is protected from scale-in"
                        + " until 2030-01-01T12:00:00Z, and ECS stops it after that.");
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
