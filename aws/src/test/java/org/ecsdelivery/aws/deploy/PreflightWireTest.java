package org.ecsdelivery.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the step looks at before it changes anything, over the wire. */
class PreflightWireTest {
    private final StepOnLocalAws step = new StepOnLocalAws();

    @AfterEach
    void close() {
        step.close();
    }

    @Test
    void refusesADigestThatTheRepositoryDoesNotHave() {
        step.service(1).create();
        step.image("123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop/web@sha256:" + "0".repeat(64));

        EngineException refusal = catchThrowableOfType(EngineException.class, step::run);

        assertThat(refusal.kind()).isEqualTo(FailureKind.IMAGE_NOT_FOUND);
        assertThat(refusal).hasMessageContaining("in its repository");
        assertThat(step.aws.calls().count("ecs", "RegisterTaskDefinition")).isZero();
    }

    @Test
    void findsTheImageAndTheLogGroupThatAreThere() {
        step.service(1).create();

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.aws.calls().count("logs", "DescribeLogGroups")).isEqualTo(1);
        assertThat(notes()).noneMatch(note -> note.contains("was not checked"));
    }

    @Test
    void notesNothingOfATagThatItHasJustLookedUp() {
        step.service(1).create();
        step.image(TaggedImage.pushed(step.aws, "shop/web", "7"));

        step.run();

        assertThat(notes()).noneMatch(note -> note.contains("was not checked"));
    }

    @Test
    void warnsOfAnAlarmInAlarmWhichEcsThenIgnores() {
        step.service(1).alarm("errors-high").create();
        step.aws.ecs().alarm("errors-high");
        step.time.at(Duration.ofSeconds(3), () -> step.aws.ecs().alarm("errors-high"));

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.warnings())
                .anyMatch(text -> text.startsWith(
                        "Alarm errors-high of the service's deployment configuration is in" + " ALARM already"));
    }

    @Test
    void saysNothingOfAnAlarmThatIsCalm() {
        step.service(1).alarm("errors-high").create();
        step.aws.ecs().alarms().set("errors-high", "OK");

        step.run();

        assertThat(step.aws.calls().count("cloudwatch", "DescribeAlarms")).isEqualTo(1);
        assertThat(step.warnings()).noneMatch(text -> text.contains("errors-high"));
    }

    @Test
    void warnsOfADesiredCountThatIsScaled() {
        step.service(1).create();
        step.aws.scaling().register(StepOnLocalAws.CLUSTER, StepOnLocalAws.SERVICE, 4, 10);
        step.counting(2);

        step.run();

        assertThat(step.warnings())
                .anyMatch(
                        text -> text.contains("Application Auto Scaling keeps the desired count of the service between"
                                + " 4 and 10, so it will change it again."));
    }

    @Test
    void deploysAlthoughItMayLookAtNeither() {
        step.service(1).alarm("errors-high").create();
        step.aws.faults().always("cloudwatch", "DescribeAlarms", Fault.denied());
        step.aws.faults().always("application-autoscaling", "DescribeScalableTargets", Fault.denied());
        step.counting(2);

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.warnings())
                .filteredOn(text -> text.contains("was not checked: "))
                .hasSize(2)
                .anyMatch(text -> text.contains("cloudwatch:DescribeAlarms"))
                .anyMatch(text -> text.contains("application-autoscaling:DescribeScalableTargets"));
    }

    private List<String> notes() {
        return step.told(DeployEvent.Planned.class).get(0).plan().notes();
    }
}
