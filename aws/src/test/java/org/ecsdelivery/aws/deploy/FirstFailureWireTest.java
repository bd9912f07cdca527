package org.ecsdelivery.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.report.Narration;
import org.ecsdelivery.engine.report.Passage;
import org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour;
import org.ecsdelivery.sandbox.aws.ecs.TaskTimings;
import org.ecsdelivery.sandbox.aws.elb.TargetGroupSpec;
import org.ecsdelivery.sandbox.aws.simulation.Timeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;

/** How soon a failing task is told, over the wire and at the pace of real tasks. */
class FirstFailureWireTest {
    private static final Duration A_LOOK = Duration.ofSeconds(10);

    private final StepOnLocalAws step = new StepOnLocalAws(aws -> aws.timings(TaskTimings.realistic()));

    @AfterEach
    void close() {
        step.close();
    }

    @Test
    void tellsAtOnceThatTheImageCannotBePulledEverAlsoWithoutACircuitBreaker() {
        step.service(1).create();
        switchTheCircuitBreakerOff();
        step.newTasks(TaskBehaviour.cannotPull());
        List<Instant> told = new ArrayList<>();
        step.listen(event -> {
            if (event instanceof DeployEvent.TaskFailed) {
                told.add(step.time.instant());
            }
        });

        step.within(Duration.ofMinutes(5)).run();

        assertThat(told).isNotEmpty();
        assertThat(told.get(0)).isBetween(firstFailure(), firstFailure().plus(A_LOOK));
        assertThat(log())
                .anySatisfy(line -> assertThat(line).contains("CannotPullContainerError: "))
                .anySatisfy(line -> assertThat(line).contains("Likely cause: The image is not in the registry."));
    }

    @Test
    void showsTheCountOfTheCircuitBreakerWhileItRises() {
        step.service(1).create();
        step.newTasks(TaskBehaviour.exits(1));

        step.run();

        assertThat(step.told(DeployEvent.FailuresCounted.class))
                .contains(new DeployEvent.FailuresCounted(1, 3), new DeployEvent.FailuresCounted(2, 3));
    }

    @Test
    void tellsTheCodeWithWhichTheHealthChecksFailWhileEcsStillOverlooksThem() {
        step.service(2)
                .targetGroup(step.targetGroup("web", StepOnLocalAws.DELAY))
                .create();
        overlookHealthChecksFor(60);
        step.newTasks(TaskBehaviour.neverHealthy(502));

        step.run();

        assertThat(step.told(DeployEvent.TargetUnhealthy.class)).singleElement().satisfies(each -> {
            assertThat(each.group()).isEqualTo("web");
            assertThat(each.detail())
                    .isEqualTo("Target.ResponseCodeMismatch: Health checks failed with these codes: [502]");
        });
        assertThat(log())
                .filteredOn(
                        line -> line.contains("Likely cause: The application answers the load balancer's health check"))
                .hasSize(1);
    }

    @Test
    void tellsTheCodeOfATaskThatEcsReplacesAtOnceForIt() {
        step.service(2)
                .targetGroup(step.aws
                        .elb()
                        .create(TargetGroupSpec.named("web").withDeregistrationDelay(StepOnLocalAws.DELAY)))
                .create();
        step.newTasks(TaskBehaviour.neverHealthy(503));

        step.run();

        assertThat(step.told(DeployEvent.TargetUnhealthy.class))
                .singleElement()
                .satisfies(each -> assertThat(each.detail()).contains("[503]"));
    }

    private void overlookHealthChecksFor(int seconds) {
        try (EcsClient client = step.somebodyElse()) {
            client.updateService(request -> request.cluster(StepOnLocalAws.CLUSTER)
                    .service(StepOnLocalAws.SERVICE)
                    .healthCheckGracePeriodSeconds(seconds));
        }
    }

    private void switchTheCircuitBreakerOff() {
        try (EcsClient client = step.somebodyElse()) {
            client.updateService(request -> request.cluster(StepOnLocalAws.CLUSTER)
                    .service(StepOnLocalAws.SERVICE)
                    .deploymentConfiguration(configuration -> configuration.deploymentCircuitBreaker(
                            breaker -> breaker.enable(false).rollback(false))));
        }
    }

    private Instant firstFailure() {
        return step.aws.ecs().timeline().of(Timeline.Kind.TASK).stream()
                .filter(entry -> entry.state().equals("DEPROVISIONING"))
                .findFirst()
                .orElseThrow()
                .at();
    }

    private List<String> log() {
        Narration narration = new Narration(step.time);
        return step.events.stream()
                .flatMap(event -> narration.tell(event).stream())
                .filter(Passage.Line.class::isInstance)
                .map(line -> ((Passage.Line) line).text())
                .toList();
    }
}
