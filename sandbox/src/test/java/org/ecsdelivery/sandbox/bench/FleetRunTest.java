package org.ecsdelivery.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Services that are deployed at once by one agent, against AWS's documented request rates. */
@Timeout(60)
class FleetRunTest {
    private static final int MANY = 60;

    @Test
    void losesNoDeploymentToThrottling() throws InterruptedException {
        FleetRun.Outcome together = FleetRun.together(MANY);

        assertThat(together.throttled()).isZero();
        assertThat(together.lost()).isZero();
        assertThat(together.worst()).isLessThan(15);
    }

    @Test
    void asksAFractionOfWhatOnePollerPerServiceAsks() throws InterruptedException {
        assertThat(FleetRun.together(MANY).calls())
                .isLessThan(FleetRun.apart(MANY).calls() / 3);
    }

    @Test
    void noticesTheEndOfASingleDeploymentAsSoonAsWithoutSharing() throws InterruptedException {
        assertThat(FleetRun.together(1).lags()).isEqualTo(FleetRun.apart(1).lags());
    }
}
