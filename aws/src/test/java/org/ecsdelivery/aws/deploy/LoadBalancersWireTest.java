package org.ecsdelivery.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.Rung;
import org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour;
import org.ecsdelivery.sandbox.aws.elb.TargetGroupSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Services behind IPv6 target groups and Network Load Balancers, over the wire. */
class LoadBalancersWireTest {
    private static final Duration A_LOOK = Duration.ofSeconds(10);
    private static final String IPV6 = "\\[2001:db8:[0-9a-f:]+]:8080";

    private final StepOnLocalAws step = new StepOnLocalAws();

    @AfterEach
    void close() {
        step.close();
    }

    @Test
    void followsTheIpv6TargetsOfItsTasks() {
        String group = group(TargetGroupSpec.named("web").withIpv6());
        step.service(2).dualStack().targetGroup(group).create();

        assertThat(step.finishAt(FinishLevel.DRAINED).run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.told(DeployEvent.TaskStepped.class))
                .filteredOn(stepped -> stepped.rung() == Rung.DRAINING)
                .hasSize(2)
                .allSatisfy(stepped -> assertThat(stepped.targets()).matches(IPV6));
        assertThat(step.time.instant())
                .isBetween(
                        step.lastTargetGone(group), step.lastTargetGone(group).plus(A_LOOK));
        assertThat(step.warnings()).isEmpty();
    }

    @Test
    void followsBothAddressesOfATaskWhereOneGroupIsOfEachKind() {
        String four = group(TargetGroupSpec.named("four"));
        String six = group(TargetGroupSpec.named("six").withIpv6());
        step.aws.elb().deregistrationDelay(six, Duration.ofSeconds(90));
        step.service(2).dualStack().targetGroup(four).targetGroup(six).create();

        assertThat(step.finishAt(FinishLevel.DRAINED).run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.lastTargetGone(six)).isAfter(step.lastTargetGone(four).plusSeconds(30));
        assertThat(step.time.instant())
                .isBetween(step.lastTargetGone(six), step.lastTargetGone(six).plus(A_LOOK));
    }

    @Test
    void takesNoOldTaskForADrainingOneBecauseItsNetworkLoadBalancerFindsItUnhealthy() {
        String group = group(TargetGroupSpec.named("web").ofNetworkLoadBalancer());
        step.service(2).targetGroup(group).create();
        step.aws.elb().unhealthyDrainingInterval(group, Duration.ofHours(1));
        step.aws.elb().targets(group).forEach(target -> step.aws.elb().fail(group, target));

        assertThat(step.finishAt(FinishLevel.DRAINED).run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.told(DeployEvent.TaskStepped.class))
                .filteredOn(stepped -> stepped.rung() == Rung.DRAINING)
                .hasSize(2);
        assertThat(firstRung()).isNotEqualTo(Rung.DRAINING);
        assertThat(step.time.instant())
                .isBetween(
                        step.lastTargetGone(group), step.lastTargetGone(group).plus(A_LOOK));
    }

    @Test
    void tellsOfANewTaskThatANetworkLoadBalancerFindsUnhealthyWhileItsConnectionsLast() {
        String group = group(TargetGroupSpec.named("web").ofNetworkLoadBalancer());
        step.aws.elb().unhealthyDrainingInterval(group, Duration.ofSeconds(30));
        step.service(2).targetGroup(group).create();
        step.newTasks(TaskBehaviour.neverHealthy(502));

        assertThat(step.run()).isInstanceOf(DeployResult.RolledBack.class);
        assertThat(step.told(DeployEvent.TargetUnhealthy.class))
                .singleElement()
                .satisfies(each ->
                        assertThat(each.toString()).contains("Target.FailedHealthChecks: Health checks failed"));
    }

    @Test
    void takesATargetWhoseHealthNothingChecksForOneThatServes() {
        String group = group(TargetGroupSpec.named("web").ofNetworkLoadBalancer());
        step.aws.elb().unchecked(group);
        step.service(2).targetGroup(group).create();

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
    }

    private Rung firstRung() {
        return step.told(DeployEvent.TaskStepped.class).get(0).rung();
    }

    private String group(TargetGroupSpec spec) {
        return step.aws
                .elb()
                .create(spec.withHealthChecks(Duration.ofSeconds(1), 2, 2)
                        .withDeregistrationDelay(StepOnLocalAws.DELAY));
    }
}
