package org.ecsdelivery.engine.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RollingUpdateTest {
    @ParameterizedTest
    @CsvSource({
        // desired, minimum %, maximum %, at least healthy, at most there
        "4, 50, 100, 2, 4",
        "4, 100, 200, 4, 8",
        "3, 100, 125, 3, 3",
        "2, 75, 100, 2, 2",
        "3, 34, 166, 2, 4",
        "3, 33, 167, 1, 5",
        "1, 1, 199, 1, 1",
        "1, 0, 200, 0, 2",
        "0, 100, 200, 0, 0",
        "10000, 100, 200, 10000, 20000"
    })
    void roundsTheMinimumUpAndTheMaximumDown(int desired, int minimum, int maximum, int atLeast, int atMost) {
        RollingUpdate update = new RollingUpdate(desired, minimum, maximum);

        assertThat(update.minimum()).isEqualTo(atLeast);
        assertThat(update.maximum()).isEqualTo(atMost);
    }

    @ParameterizedTest
    @CsvSource({
        // desired, minimum %, maximum %, at a time, batches
        "4, 50, 100, 2, 2",
        "4, 100, 200, 4, 1",
        "4, 50, 200, 4, 1",
        "4, 100, 150, 2, 2",
        "4, 50, 150, 4, 1",
        "3, 0, 100, 3, 1",
        "5, 80, 120, 2, 3",
        "10, 100, 110, 1, 10",
        "10, 90, 100, 1, 10",
        "3, 100, 134, 1, 3",
        "3, 66, 100, 1, 3",
        "1, 100, 200, 1, 1",
        "1, 0, 100, 1, 1",
        "0, 100, 200, 0, 0"
    })
    void countsTheBatches(int desired, int minimum, int maximum, int atATime, int batches) {
        RollingUpdate update = new RollingUpdate(desired, minimum, maximum);

        assertThat(update.canFinish()).isTrue();
        assertThat(update.atATime()).isEqualTo(atATime);
        assertThat(update.batches()).isEqualTo(batches);
    }

    @ParameterizedTest
    @CsvSource({
        // desired, minimum %, maximum %, maximum % that suffices, minimum % that suffices
        "3, 100, 125, 134, 66",
        "3, 100, 133, 134, 66",
        "3, 67, 100, 134, 66",
        "2, 75, 100, 150, 50",
        "1, 50, 100, 200, 0",
        "1, 1, 199, 200, 0",
        "4, 100, 124, 125, 75",
        "2, 0, 99, 150, 50"
    })
    void tellsADeploymentThatCanNeverFinishAndWhatWouldLetIt(
            int desired, int minimum, int maximum, int higher, int lower) {
        RollingUpdate stuck = new RollingUpdate(desired, minimum, maximum);

        assertThat(stuck.canFinish()).isFalse();
        assertThat(stuck.batches()).isZero();
        assertThat(stuck.sufficientMaximumPercent()).isEqualTo(higher);
        assertThat(stuck.sufficientMinimumPercent()).isEqualTo(lower);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 10, 33, 99, 100, 101, 999})
    void givesAdviceThatIsJustEnough(int desired) {
        RollingUpdate stuck = new RollingUpdate(desired, 100, 100);
        int higher = stuck.sufficientMaximumPercent();
        int lower = stuck.sufficientMinimumPercent();

        assertThat(new RollingUpdate(desired, 100, higher).canFinish()).isTrue();
        assertThat(new RollingUpdate(desired, 100, higher - 1).canFinish()).isFalse();
        assertThat(new RollingUpdate(desired, lower, 100).canFinish()).isTrue();
        assertThat(new RollingUpdate(desired, lower + 1, 100).canFinish()).isFalse();
    }

    @Test
    void comesToAnEndForEveryPairOfPercentages() {
        for (int desired = 0; desired <= 12; desired++) {
            for (int minimum = 0; minimum <= 100; minimum += 5) {
                for (int maximum = 50; maximum <= 200; maximum += 5) {
                    RollingUpdate update = new RollingUpdate(desired, minimum, maximum);
                    assertThat(update.batches()).isBetween(desired > 0 && update.canFinish() ? 1 : 0, desired);
                }
            }
        }
    }
}
