package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.ecsdelivery.engine.ecs.InMemoryEcs;
import org.ecsdelivery.engine.ecs.ScalingApi;
import org.ecsdelivery.engine.ecs.ScalingApiContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Application Auto Scaling over the wire. */
class ServiceScalingWireTest extends ScalingApiContract {
    private final ClientsOfLocalAws sandbox = new ClientsOfLocalAws();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Override
    protected ScalingApi scaling() {
        return sandbox.clients.scaling();
    }

    @Override
    protected void scaledBetween(int minimum, int maximum) {
        sandbox.aws.scaling().register(InMemoryEcs.CLUSTER.value(), InMemoryEcs.SERVICE.value(), minimum, maximum);
    }

    @Test
    void tellsNothingOfAServiceWhoseScalingIsSuspended() {
        scaledBetween(2, 10);
        sandbox.aws.scaling().suspend(InMemoryEcs.CLUSTER.value(), InMemoryEcs.SERVICE.value());

        assertThat(scaling().range(InMemoryEcs.CLUSTER, InMemoryEcs.SERVICE)).isEmpty();
    }

    @Test
    void countsTheRequestByItsAction() {
        scaling().range(InMemoryEcs.CLUSTER, InMemoryEcs.SERVICE);

        assertThat(sandbox.clients.requests()).containsEntry("application-autoscaling:DescribeScalableTargets", 1L);
    }
}
