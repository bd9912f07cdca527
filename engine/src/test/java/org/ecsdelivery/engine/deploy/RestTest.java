package org.ecsdelivery.engine.deploy;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.ecsdelivery.engine.time.VirtualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestTest {
    private final VirtualTime time = new VirtualTime();
    private final Rest rest = new Rest(time);

    @ParameterizedTest
    @CsvSource({"300, 30", "120, 30", "60, 15", "40, 10", "20, 5", "6, 5", "3, 3", "0, 0"})
    void getsShorterTheNearerTheEndOfDrainingComes(int quiet, int longest) {
        assertThat(Rest.whileDraining(ofSeconds(quiet), true)).isEqualTo(ofSeconds(longest));
    }

    @Test
    void staysShortWhileTheRolloutMayBringNews() {
        assertThat(Rest.whileDraining(ofSeconds(300), false)).isEqualTo(ofSeconds(5));
    }

    @Test
    void givesEcsItsUsualTimeToCompleteBeforeItTakesItForBakeTime() {
        assertThat(rest.whileBaking(true)).isEqualTo(ZERO);
        time.pause(Duration.ofSeconds(29));
        assertThat(rest.whileBaking(true)).isEqualTo(ZERO);
        time.pause(Duration.ofSeconds(1));
        assertThat(rest.whileBaking(true)).isEqualTo(ofSeconds(10));
    }

    @Test
    void beginsAnewWhenSomethingMovedMeanwhile() {
        rest.whileBaking(true);
        time.pause(Duration.ofMinutes(1));
        rest.whileBaking(false);

        assertThat(rest.whileBaking(true)).isEqualTo(ZERO);
    }
}
