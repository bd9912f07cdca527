package org.ecsdelivery.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.ecsdelivery.sandbox.aws.ecs.ServiceSeed;
import org.ecsdelivery.sandbox.aws.elb.TargetGroupSpec;
import org.ecsdelivery.sandbox.aws.simulation.Timeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.ServiceDeployment;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentStatus;
import software.amazon.awssdk.services.ecs.model.StopServiceDeploymentStopType;

/** Deployments that shift traffic, as clients see them. */
class TrafficShiftWireTest {
    private final LocalAwsWithClients sandbox = new LocalAwsWithClients();
    private final String green = sandbox.aws.elb().create(TargetGroupSpec.named("green"));

    @AfterEach
    void close() {
        sandbox.close();
    }

    private ServiceDeployment begun(ServiceSeed seed) {
        seed.create();
        sandbox.deploy("example.org/app:2");
        return sandbox.newestServiceDeployment();
    }

    private String groupOfTheTarget(ServiceDeployment record) {
        return sandbox.ecs
                .describeServiceRevisions(request -> request.serviceRevisionArns(
                        record.targetServiceRevision().arn()))
                .serviceRevisions()
                .get(0)
                .resolvedConfiguration()
                .loadBalancers()
                .get(0)
                .targetGroupArn();
    }

    @Test
    void goesThroughTheStagesInTheirOrder() {
        ServiceDeployment record = begun(sandbox.seed().blueGreen(green, 5));

        sandbox.pass(Duration.ofMinutes(20));

        assertThat(sandbox.aws.ecs().timeline().of(Timeline.Kind.SERVICE_DEPLOYMENT).stream()
                        .filter(entry -> entry.subject().equals(record.serviceDeploymentArn()))
                        .map(Timeline.Entry::state))
                .containsExactly(
                        "PENDING",
                        "IN_PROGRESS",
                        "PRE_SCALE_UP",
                        "SCALE_UP",
                        "POST_SCALE_UP",
                        "TEST_TRAFFIC_SHIFT",
                        "POST_TEST_TRAFFIC_SHIFT",
                        "PRODUCTION_TRAFFIC_SHIFT",
                        "POST_PRODUCTION_TRAFFIC_SHIFT",
                        "BAKE_TIME",
                        "CLEAN_UP",
                        "SUCCESSFUL");
    }

    @Test
    void reconcilesFirstWhenAnotherDeploymentIsUnfinished() {
        begun(sandbox.seed().blueGreen(green, 5));
        sandbox.pass(Duration.ofMinutes(2));
        sandbox.deploy("example.org/app:3");
        String second = sandbox.newestServiceDeployment().serviceDeploymentArn();

        sandbox.pass(Duration.ofMinutes(20));

        assertThat(sandbox.aws.ecs().timeline().of(Timeline.Kind.SERVICE_DEPLOYMENT).stream()
                        .filter(entry -> entry.subject().equals(second))
                        .map(Timeline.Entry::state))
                .contains("RECONCILE_SERVICE")
                .endsWith("SUCCESSFUL");
    }

    @Test
    void bothRevisionsRunThroughTheBakeTimeAndOneHasAllTraffic() {
        begun(sandbox.seed().blueGreen(green, 5));
        sandbox.pass(Duration.ofMinutes(4));

        ServiceDeployment record = sandbox.newestServiceDeployment();
        assertThat(record.lifecycleStageAsString()).isEqualTo("BAKE_TIME");
        assertThat(record.targetServiceRevision().requestedProductionTrafficWeight())
                .isEqualTo(100);
        assertThat(record.sourceServiceRevisions()).singleElement().satisfies(source -> {
            assertThat(source.requestedProductionTrafficWeight()).isZero();
            assertThat(source.runningTaskCount()).isEqualTo(2);
        });
    }

    @Test
    void swapsTheTargetGroupsWithEachDeployment() {
        ServiceDeployment first = begun(sandbox.seed().blueGreen(green, 0));
        assertThat(groupOfTheTarget(first)).isEqualTo(green);
        sandbox.pass(Duration.ofMinutes(20));

        sandbox.deploy("example.org/app:3");
        assertThat(groupOfTheTarget(sandbox.newestServiceDeployment())).isEqualTo(sandbox.group);
    }

    @Test
    void aRollBackInTheBakeTimeKeepsTheOldTasks() {
        ServiceDeployment record = begun(sandbox.seed().blueGreen(green, 30));
        String before = sandbox.service().deployments().get(1).id();
        sandbox.pass(Duration.ofMinutes(5));
        sandbox.ecs.stopServiceDeployment(request -> request.serviceDeploymentArn(record.serviceDeploymentArn())
                .stopType(StopServiceDeploymentStopType.ROLLBACK));
        sandbox.pass(Duration.ofMinutes(20));

        assertThat(sandbox.newestServiceDeployment().status()).isEqualTo(ServiceDeploymentStatus.ROLLBACK_SUCCESSFUL);
        assertThat(sandbox.service().deployments())
                .singleElement()
                .satisfies(each -> assertThat(each.id()).isEqualTo(before));
        assertThat(sandbox.aws.elb().size(green)).isZero();
    }

    @Test
    void aPausedDeploymentStaysAtItsStage() {
        begun(sandbox.seed().blueGreen(green, 0).pause("POST_SCALE_UP", 60, "CONTINUE"));
        sandbox.pass(Duration.ofMinutes(30));
        assertThat(sandbox.newestServiceDeployment().lifecycleStageAsString()).isEqualTo("POST_SCALE_UP");

        sandbox.pass(Duration.ofMinutes(60));
        assertThat(sandbox.newestServiceDeployment().status()).isEqualTo(ServiceDeploymentStatus.SUCCESSFUL);
    }

    @Test
    void theCircuitBreakerDoesNotWatchAShiftOfTraffic() {
        sandbox.aws
                .ecs()
                .behaviour(image -> image.endsWith(":2"), org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour.exits(1));
        begun(sandbox.seed().circuitBreaker(true).blueGreen(green, 0));
        sandbox.pass(Duration.ofMinutes(30));

        assertThat(sandbox.newestServiceDeployment().lifecycleStageAsString()).isEqualTo("SCALE_UP");
    }
}
