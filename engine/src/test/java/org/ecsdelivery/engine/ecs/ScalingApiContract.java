package org.ecsdelivery.engine.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import org.ecsdelivery.common.value.ServiceName;
import org.junit.jupiter.api.Test;

/** What the deploy step may expect of Application Auto Scaling, in memory and over the wire alike. */
public abstract class ScalingApiContract {
    /** Returns the port. */
    protected abstract ScalingApi scaling();

    /** Has the service in the cluster scaled. */
    protected abstract void scaledBetween(int minimum, int maximum);

    @Test
    void tellsBetweenWhichCountsAServiceIsScaled() {
        scaledBetween(2, 10);

        assertThat(scaling().range(InMemoryEcs.CLUSTER, InMemoryEcs.SERVICE)).hasValue(new ScalingApi.Range(2, 10));
    }

    @Test
    void tellsNothingOfAServiceThatIsNotScaled() {
        scaledBetween(2, 10);

        assertThat(scaling().range(InMemoryEcs.CLUSTER, new ServiceName("other")))
                .isEmpty();
    }
}
