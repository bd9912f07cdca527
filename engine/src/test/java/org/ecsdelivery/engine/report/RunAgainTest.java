package org.ecsdelivery.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.time.VirtualTime;
import org.junit.jupiter.api.Test;

/** What is told of a step that takes up what an earlier run left behind. */
class RunAgainTest {
    private static final String ARN = "arn:aws:ecs:eu-central-1:123456789012:task-definition/web:";

    private final VirtualTime time = new VirtualTime();

    private static DeployEvent reused(String by) {
        return new DeployEvent.RevisionReused(
                new DeployEvent.RevisionRegistered(
                        ARN + 1,
                        ARN + 2,
                        "app",
                        "registry/web@old",
                        Scenes.settings().image()),
                by);
    }

    private DeployEvent adopted(Rollout rollout) {
        return new DeployEvent.DeploymentAdopted(
                new DeploymentState("ecs-svc/2", "PRIMARY", ARN + 2, 2, 0, 2, 0, rollout, ""), time.instant());
    }

    private String told(DeployEvent event) {
        return new Narration(time).tell(event).toString();
    }

    @Test
    void saysWhichRevisionIsUsedAgainAndWhoseItIs() {
        assertThat(told(reused("the TeamCity build https://ci/build/41")))
                .contains("Reusing web:2, which is just what would be registered; it is of the TeamCity build"
                        + " https://ci/build/41.");
        assertThat(told(reused(""))).contains("Reusing web:2, which is just what would be registered.");
    }

    @Test
    void saysThatThereIsNothingToDeploy() {
        assertThat(told(adopted(Rollout.COMPLETED)))
                .contains(
                        "Nothing to deploy: the service already runs web:2 (deployment ecs-svc/2); old tasks that still"
                                + " drain are followed.");
    }

    @Test
    void saysThatADeploymentUnderWayIsFollowed() {
        assertThat(told(adopted(Rollout.IN_PROGRESS)))
                .contains("Deployment ecs-svc/2 already brings web:2: following it instead of beginning another.");
    }

    @Test
    void tellsTheReportWhatRunsAlthoughNothingWasRegistered() {
        DeploymentReport report = new DeploymentReport(Scenes.settings(), time);
        report.on(reused(""));
        report.on(adopted(Rollout.COMPLETED));

        assertThat(report.json(Verdict.interrupted("stopped")).replaceAll("\\s+", ""))
                .contains(
                        "\"taskDefinition\":\"" + ARN + 2 + "\"",
                        "\"image\":\"" + Scenes.settings().image() + "\"")
                .contains("\"deployment\":\"ecs-svc/2\"");
    }
}
