package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.engine.ecs.DeploymentRules;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.Test;

/** What is said before anything is changed. */
class PreflightTest extends DeployOnTest {
    @Test
    void refusesADeploymentThatCanNeverFinish() {
        ecs.withRules(rules -> percent(rules, 75, 100));

        assertThatThrownBy(() -> run(settings))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.SERVICE_UNSUITABLE))
                .hasMessageContaining("A deployment of service web cannot finish: with the desired count 2,"
                        + " maximumPercent 100 allows 2 tasks (rounded down) and minimumHealthyPercent 75 keeps 2 tasks"
                        + " healthy (rounded up), so that ECS can neither start a new task nor stop an old one")
                .hasMessageContaining("Set maximumPercent of the service to at least 150, or minimumHealthyPercent of"
                        + " the service to at most 50.");
        assertThat(ecs.calls()).doesNotContain("ecs:RegisterTaskDefinition", "ecs:UpdateService");
    }

    @Test
    void refusesADeploymentThatHasNoRoomForAllNewTasks() {
        ecs.withRules(rules -> percent(rules, 0, 99));

        assertThatThrownBy(() -> run(settings))
                .hasMessageContaining("maximumPercent 99 allows 1 task (rounded down)")
                .hasMessageContaining("so that ECS can never start all new tasks")
                .hasMessageEndingWith("Set maximumPercent of the service to at least 150.");
    }

    @Test
    void asksForNoOtherMaximumOfADaemon() {
        ecs.withRules(rules -> new DeploymentRules(
                "ROLLING", "DAEMON", 100, 100, rules.gracePeriod(), rules.breaks(), rules.rollsBack()));

        assertThatThrownBy(() -> run(settings))
                .hasMessageContaining("Set minimumHealthyPercent of the service to at most 50.")
                .hasMessageNotContaining("Set maximumPercent");
    }

    @Test
    void onlyWarnsWhenMissingTasksLeaveRoomForNewOnes() {
        ecs.withDesired(3).withRules(rules -> percent(rules, 100, 100));

        looksOnly(settings);

        assertThat(warnings()).anyMatch(text -> text.contains("A deployment of service web cannot finish"));
    }

    @Test
    void knowsNoPercentagesOfOtherStrategies() {
        ecs.withRules(
                rules -> new DeploymentRules("BLUE_GREEN", "REPLICA", 100, 100, rules.gracePeriod(), false, false));

        looksOnly(settings);

        assertThat(warnings()).noneMatch(text -> text.contains("cannot finish"));
    }

    @Test
    void warnsWhenTheTimeLimitMayPassFirst() {
        ecs.withRules(rules -> grace(rules, Duration.ofMinutes(11)));

        looksOnly(settings);

        assertThat(warnings())
                .contains("Time limit, minutes (deploy.timeoutMinutes) is 10, but the deployment may take up to 12 min"
                        + " until DRAINED although nothing fails. Raise it, or choose an earlier Finish when"
                        + " (deploy.finishLevel).");
    }

    @Test
    void doesNotWarnWhenTheTimeLimitIsJustEnough() {
        ecs.withRules(rules -> grace(rules, Duration.ofMinutes(10).minusSeconds(10)));

        looksOnly(until(FinishLevel.LIVE));

        assertThat(warnings()).noneMatch(text -> text.contains("deploy.timeoutMinutes"));
    }

    @Test
    void saysThatItCannotEstimateWhenTheHealthChecksMayNotBeRead() {
        ecs.denying("elasticloadbalancing:DescribeTargetGroups").withRules(rules -> grace(rules, Duration.ofHours(1)));

        looksOnly(settings);

        assertThat(warnings())
                .anySatisfy(text -> assertThat(text)
                        .startsWith("How long the deployment may take cannot be estimated: ")
                        .contains("elasticloadbalancing:DescribeTargetGroups"))
                .noneMatch(text -> text.contains("deploy.timeoutMinutes"));
    }

    private void looksOnly(DeploySettings with) {
        cancellation.cancel("after the look");
        assertThatThrownBy(() -> run(with)).isInstanceOf(Cancelled.class);
    }

    private static DeploymentRules percent(DeploymentRules of, int minimum, int maximum) {
        return new DeploymentRules(
                of.strategy(), of.scheduling(), minimum, maximum, of.gracePeriod(), of.breaks(), of.rollsBack());
    }

    private static DeploymentRules grace(DeploymentRules of, Duration grace) {
        return new DeploymentRules(
                of.strategy(),
                of.scheduling(),
                of.minimumHealthyPercent(),
                of.maximumPercent(),
                grace,
                of.breaks(),
                of.rollsBack());
    }
}
