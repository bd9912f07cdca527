package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.ecsdelivery.engine.event.Rung;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WayOutTest {
    private final WayOut wayOut = new WayOut(Duration.ofSeconds(300), Duration.ofSeconds(120));

    @ParameterizedTest
    @CsvSource({
        "SERVING, 10, 0",
        "SELECTED, 10, 0",
        "DRAINING, 0, 420",
        "DRAINING, 100, 320",
        "DRAINING, 500, 0",
        "DRAINED, 0, 120",
        "DRAINED, 10, 120",
        "STOPPING, 10, 110",
        "STOPPING, 130, 0",
        "STOPPED, 1, 0"
    })
    void isShorterByTheTimeThatATaskHasBeenOnItsRung(Rung rung, long onIt, long left) {
        assertThat(wayOut.left(rung, Duration.ofSeconds(onIt))).hasSeconds(left);
    }

    @ParameterizedTest
    @CsvSource({"DRAINING, 30, 270", "DRAINED, 30, 0", "STOPPING, 30, 0"})
    void endsWithTheDrainingWhereNobodyWaitsForMore(Rung rung, long onIt, long left) {
        assertThat(new WayOut(wayOut.drain(), Duration.ZERO).left(rung, Duration.ofSeconds(onIt)))
                .hasSeconds(left);
    }
}
