package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.InMemoryEcs;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trouble on the way, and what cannot be deployed to. */
class DeployTroubleTest extends DeployOnTest {
    @Test
    void waitsAndGoesOnWhenAwsThrottles() {
        rollsOut();
        time.at(seconds(60), this::targetsGone);
        time.at(seconds(5), () -> ecs.throttle(3));

        assertThat(run(settings)).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(warnings()).anyMatch(text -> text.contains("Rate exceeded"));
    }

    @Test
    void infersDrainingFromTheTasksWhenTheLoadBalancerMayNotBeAsked() {
        ecs.denying("elasticloadbalancing:DescribeTargetHealth");
        rollsOut();
        time.at(seconds(60), () -> ecs.move("old1", TaskStatus.STOPPING))
                .at(seconds(65), () -> ecs.move("old2", TaskStatus.STOPPING));

        assertThat(run(settings)).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(time.elapsed()).isBetween(seconds(65), seconds(70));
        assertThat(warnings())
                .filteredOn(text -> text.contains("DescribeTargetHealth"))
                .hasSize(1);
    }

    @Test
    void saysThatTheDeploymentGoesOnWhenTheCredentialsRunOut() {
        time.at(seconds(20), () -> ecs.fail(new EngineException(FailureKind.CREDENTIALS, "The session ended", "", "")));

        assertThatThrownBy(() -> run(settings)).hasMessageContaining("The session ended");
        assertThat(warnings()).anyMatch(text -> text.contains("ecs-svc/2 goes on in ECS"));
    }

    // --- what others delete

    @ParameterizedTest
    @ValueSource(strings = {"DRAINING", "INACTIVE"})
    void saysAtTheNextLookThatTheServiceWasDeleted(String status) {
        time.at(seconds(20), () -> ecs.withStatus(status));

        assertThatThrownBy(() -> run(settings))
                .hasMessageContaining("Service web in cluster prod is " + status + ": somebody deleted it while")
                .hasMessageContaining("ecs-svc/2");
        assertThat(time.elapsed()).isLessThan(seconds(30));
        assertThat(warnings()).contains("Deployment ecs-svc/2 ended with its service, which was deleted meanwhile.");
    }

    @Test
    void takesTheTargetsOfADeletedTargetGroupForGone() {
        rollsOut();
        time.at(seconds(60), ecs::deleteTargetGroup);

        assertThat(run(settings)).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(time.elapsed()).isBetween(seconds(60), seconds(65));
    }

    @Test
    void saysThatTheStepMissesOnlyTheDrainingWhenTheCredentialsRunOutAfterTheDeployment() {
        rollsOut();
        time.at(seconds(50), () -> ecs.fail(new EngineException(FailureKind.CREDENTIALS, "The session ended", "", "")));

        assertThatThrownBy(() -> run(settings)).hasMessageContaining("The session ended");
        assertThat(warnings())
                .anyMatch(text -> text.contains("is complete in ECS; what is missing is that its old tasks"));
    }

    @Test
    void endsAtOnceWhenCancelled() {
        time.at(seconds(30), () -> cancellation.cancel("stopped by a user"));

        assertThatThrownBy(() -> run(settings)).isInstanceOf(Cancelled.class).hasMessage("stopped by a user");
        assertThat(time.elapsed()).isLessThan(seconds(40));
    }

    @Test
    void changesNothingWhenCancelledBeforeTheUpdate() {
        cancellation.cancel("stopped by a user");

        assertThatThrownBy(() -> run(settings)).isInstanceOf(Cancelled.class);
        assertThat(ecs.calls()).doesNotContain("ecs:RegisterTaskDefinition", "ecs:UpdateService");
    }

    @Test
    void makesAtMostSixtyCallsAMinute() {
        rollsOut();

        run(settings);

        assertThat((double) ecs.calls().size() / settings.timeout().toMinutes()).isLessThanOrEqualTo(60);
    }

    @Test
    void namesTheContainersWhenTheGivenOneIsNotThere() {
        assertThatThrownBy(() -> run(withContainer("sidecar")))
                .hasMessageContaining("web:1 has no container sidecar")
                .hasMessageContaining("Enter one of app as Container (deploy.container)");
    }

    @Test
    void asksForTheContainerWhenThereAreSeveral() {
        ecs.withContainers("app", "proxy");

        assertThatThrownBy(() -> run(settings))
                .hasMessageContaining("2 containers, and no container is given")
                .hasMessageContaining("app, proxy");
    }

    @Test
    void tellsHowAServiceOfCodeDeployCanBeDeployed() {
        ecs.withController("CODE_DEPLOY");

        assertThatThrownBy(() -> run(settings))
                .hasMessageContaining("Service web is deployed by CODE_DEPLOY")
                .hasMessageContaining("'aws ecs deploy'")
                .hasMessageContaining("strategy BLUE_GREEN");
        assertThat(ecs.calls()).doesNotContain("ecs:RegisterTaskDefinition", "ecs:UpdateService");
    }

    @Test
    void leavesAServiceOfTaskSetsToThoseWhoseTaskSetsTheyAre() {
        ecs.withController("EXTERNAL");

        assertThatThrownBy(() -> run(settings))
                .hasMessageContaining("deployed by EXTERNAL")
                .hasMessageContaining("UpdateServicePrimaryTaskSet");
        assertThat(ecs.calls()).doesNotContain("ecs:RegisterTaskDefinition", "ecs:UpdateService");
    }

    @Test
    void refusesADeploymentControllerThatIsNewToIt() {
        ecs.withController("SOMETHING_NEW");

        assertThatThrownBy(() -> run(settings))
                .hasMessageContaining("deployed by SOMETHING_NEW")
                .hasMessageContaining("does not know that controller");
    }

    @Test
    void refusesADeletedService() {
        ecs.withStatus("INACTIVE");

        assertThatThrownBy(() -> run(settings)).hasMessageContaining("is INACTIVE");
    }

    @Test
    void refusesAnUnknownServiceBeforeAnythingIsChanged() {
        var unknown = settings.toBuilder().service(new ServiceName("shop")).build();

        assertThatThrownBy(() -> run(unknown)).hasMessageContaining("There is no service shop");
        assertThat(ecs.calls()).doesNotContain("ecs:RegisterTaskDefinition");
    }

    @Test
    void pinsATagToTheDigestBehindIt() {
        rollsOut();
        time.at(seconds(60), this::targetsGone);

        run(withImage(HOST + "/shop/web:1.2"));

        assertThat(ecs.imageOf(2)).isEqualTo(HOST + "/shop/web@" + DIGEST);
    }

    @Test
    void refusesATagThatIsNotInTheRegistry() {
        assertThatThrownBy(() -> run(withImage(HOST + "/shop/web:missing")))
                .hasMessageContaining("There is no image")
                .hasMessageContaining("Image (deploy.image)");
    }

    @Test
    void warnsWhenNothingTellsWhenConnectionsAreDrained() {
        ecs.withoutLoadBalancer();
        rollsOut();
        time.at(seconds(60), () -> ecs.move("old1", TaskStatus.STOPPING))
                .at(seconds(60), () -> ecs.move("old2", TaskStatus.STOPPING));

        assertThat(run(settings)).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(warnings()).anyMatch(text -> text.contains("no target group"));
    }

    @Test
    void deploysAServiceThatRunsNoTask() {
        InMemoryEcs empty = new InMemoryEcs(time);
        time.at(seconds(5), () -> empty.rollout("ecs-svc/2", Rollout.COMPLETED, ""));

        assertThat(run(empty, settings)).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(warnings()).anyMatch(text -> text.contains("desired count of the service is 0"));
    }

    @Test
    void closesEveryPhaseItOpensWhateverHappens() {
        time.at(seconds(20), () -> ecs.fail(new EngineException(FailureKind.CREDENTIALS, "The session ended", "", "")));

        assertThatThrownBy(() -> run(settings)).isInstanceOf(EngineException.class);
        assertThat(all(EngineEvent.PhaseStarted.class))
                .hasSameSizeAs(all(EngineEvent.PhaseFinished.class))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/web:1.4.2",
                "registry.example.org/shop/web:1.4.2"
            })
    void saysThatATagCannotBeLookedUpWhereEcrOfTheRegionDoesNotReach(String image) {
        assertThatThrownBy(() -> run(withImage(image)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("The tag of " + image + " cannot be looked up")
                .hasMessageContaining("Enter the image with its digest (name@sha256:...) as Image (deploy.image).");
    }

    @Test
    void looksATagUpInTheRegistryOfAnotherAccount() {
        rollsOut();
        time.at(seconds(60), this::targetsGone);

        assertThat(run(withImage("999999999999.dkr.ecr.eu-central-1.amazonaws.com/shop/web:1.4.2")))
                .isInstanceOf(DeployResult.Succeeded.class);
    }
}
