package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.settings.ServiceChanges;
import org.ecsdelivery.engine.ecs.DeploymentRules.Alarms;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.junit.jupiter.api.Test;

/** What the preflight warns of although nothing stands against the deployment: alarms that fire, and counts that others set. */
class AdviceTest extends DeployOnTest {
    @Test
    void warnsOfAnAlarmThatIsInAlarmAlready() {
        watching("errors-high", "latency");
        ecs.inAlarm("latency").inAlarm("of-another-service");

        run(settings.asDryRun());

        assertThat(warnings())
                .containsExactly("Alarm latency of the service's deployment configuration is in ALARM already: ECS"
                        + " ignores it for the whole of this deployment, whatever the new tasks do.");
    }

    @Test
    void saysThatNoAlarmIsLeftWhenAllOfThemFire() {
        watching("errors-high", "latency");
        ecs.inAlarm("latency").inAlarm("errors-high");

        run(settings.asDryRun());

        assertThat(warnings())
                .singleElement()
                .asString()
                .startsWith("Alarms errors-high, latency of")
                .endsWith("No alarm guards this deployment.");
    }

    @Test
    void saysNothingOfAlarmsThatAreCalm() {
        watching("errors-high");

        run(settings.asDryRun());

        assertThat(warnings()).isEmpty();
    }

    @Test
    void asksForNoAlarmWhereTheServiceWatchesNone() {
        run(settings.asDryRun());

        assertThat(ecs.calls()).doesNotContain("cloudwatch:DescribeAlarms");
    }

    @Test
    void warnsOnceThatItMayNotLookAtTheAlarms() {
        watching("errors-high");
        ecs.denying("cloudwatch:DescribeAlarms");

        assertThat(run(settings.asDryRun())).isInstanceOf(DeployResult.Planned.class);

        assertThat(warnings())
                .singleElement()
                .asString()
                .startsWith("Whether an alarm of the service is in ALARM already was not checked: ")
                .contains("cloudwatch:DescribeAlarms");
    }

    @Test
    void deploysAlthoughTheAlarmsCannotBeSeen() {
        watching("errors-high");
        ecs.before("cloudwatch:DescribeAlarms", () -> {
            throw new TransientFailure("CloudWatch did not answer", "timed out", null);
        });

        assertThat(run(settings.asDryRun())).isInstanceOf(DeployResult.Planned.class);
        assertThat(warnings()).singleElement().asString().contains("CloudWatch did not answer");
    }

    @Test
    void warnsOfACountThatAutoScalingWillTakeBack() {
        ecs.scaledBetween(4, 10);

        run(settings.changing(counting(3)).asDryRun());

        assertThat(warnings())
                .containsExactly("Desired count (deploy.desiredCount) is 3, but Application Auto Scaling keeps the"
                        + " desired count of the service between 4 and 10, so it will change it again. Leave Desired count"
                        + " (deploy.desiredCount) empty, or change the minimum and maximum capacity of the scalable"
                        + " target.");
    }

    @Test
    void warnsOfACountThatAutoScalingMayChange() {
        ecs.scaledBetween(1, 10);

        run(settings.changing(counting(3)).asDryRun());

        assertThat(warnings())
                .singleElement()
                .asString()
                .contains("keeps the desired count of the service between 1 and 10, and may change it again.");
    }

    @Test
    void asksForNoScalingWhereTheStepSetsNoCount() {
        ecs.scaledBetween(4, 10);

        run(settings.asDryRun());

        assertThat(ecs.calls()).doesNotContain("application-autoscaling:DescribeScalableTargets");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void warnsOnceThatItMayNotLookAtTheScaling() {
        ecs.denying("application-autoscaling:DescribeScalableTargets");

        run(settings.changing(counting(3)).asDryRun());

        assertThat(warnings())
                .singleElement()
                .asString()
                .startsWith("Whether Application Auto Scaling sets the desired count of the service, and so may change"
                        + " it again at once, was not checked: ")
                .contains("application-autoscaling:DescribeScalableTargets");
    }

    @Test
    void warnsOfNothingWhenTheDeploymentIsRefused() {
        watching("errors-high");
        ecs.inAlarm("errors-high").withoutLogGroup();

        assertThatThrownBy(() -> run(settings)).hasMessageContaining("There is no log group");
        assertThat(warnings()).isEmpty();
    }

    private void watching(String... alarms) {
        ecs.withRules(rules -> rules.watching(new Alarms(List.of(alarms), true)));
    }

    private static ServiceChanges counting(int count) {
        return new ServiceChanges(Optional.of(count), Optional.empty());
    }
}
