package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.event.DeployEvent.ImageVerified;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.Test;

/** What runs is what was deployed. */
class RunningImageTest extends DeployOnTest {
    private static final String OF_PLATFORM = "sha256:" + "b".repeat(64);
    private static final String OTHER = "sha256:" + "c".repeat(64);

    private void deployed(String swappedTo) {
        time.at(seconds(10), () -> ecs.runTask("new1", "ecs-svc/2"))
                .at(seconds(20), () -> ecs.runTask("new2", "ecs-svc/2"))
                .at(seconds(30), () -> {
                    if (!swappedTo.isEmpty()) {
                        ecs.swap("new2", swappedTo);
                    }
                    ecs.rollout("ecs-svc/2", Rollout.COMPLETED, "completed");
                });
        run(until(FinishLevel.DEPLOYED));
    }

    private ImageVerified verified() {
        return all(ImageVerified.class).get(0);
    }

    @Test
    void saysThatEveryTaskRunsTheImageThatWasDeployed() {
        deployed("");
        assertThat(verified().tasks()).isEqualTo(2);
        assertThat(verified().untold()).isZero();
        assertThat(verified().image()).hasToString(HOST + "/shop/web@" + DIGEST);
    }

    @Test
    void knowsTheImageOfATasksPlatformByTheIndex() {
        deployed(OF_PLATFORM);
        assertThat(verified().tasks()).isEqualTo(2);
    }

    @Test
    void failsWhenATaskRunsAnotherImageAndNamesBoth() {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> deployed(OTHER))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(FailureKind.OTHER_IMAGE_RUNS))
                .withMessageContaining("new2")
                .withMessageContaining(OTHER)
                .withMessageContaining(DIGEST);
    }

    @Test
    void takesNoTaskOfAnEarlierRevisionForOneOfOurs() {
        time.at(seconds(25), () -> ecs.swap("old1", OTHER));
        deployed("");
        assertThat(verified().tasks()).isEqualTo(2);
    }

    @Test
    void saysOfHowManyTasksEcsDoesNotTell() {
        time.at(seconds(25), () -> ecs.swap("new1", ""));
        deployed("");
        assertThat(verified().tasks()).isEqualTo(1);
        assertThat(verified().untold()).isEqualTo(1);
    }

    @Test
    void claimsNothingWhereTheTasksCannotBeSeen() {
        ecs.denying("ecs:ListTasks");
        deployed("");
        assertThat(all(ImageVerified.class)).isEmpty();
    }
}
