package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.ecsdelivery.common.settings.ServiceChanges;
import org.ecsdelivery.engine.ecs.DeploymentRules;
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
        assertThat(plan.notes()).singleElement().asString().contains("Application Auto Scaling");
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

    private Plan planned(ServiceChanges changes) {
        run(settings.changing(changes).asDryRun());
        return all(DeployEvent.Planned.class).get(0).plan();
    }

    private static ServiceChanges changes(int desired, int grace) {
        return new ServiceChanges(Optional.of(desired), Optional.of(Duration.ofSeconds(grace)));
    }
}
