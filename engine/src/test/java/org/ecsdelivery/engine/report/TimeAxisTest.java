package org.ecsdelivery.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeAxisTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final TimeAxis axis = new TimeAxis(NOON, NOON.plusSeconds(200));

    @Test
    void placesMomentsInPercent() {
        assertThat(axis.place(NOON.plusSeconds(50))).isEqualTo("25.00%");
        assertThat(axis.width(NOON.plusSeconds(50), NOON.plusSeconds(51))).isEqualTo("0.50%");
    }

    @Test
    void cutsOffWhatLiesOutside() {
        assertThat(axis.place(NOON.minusSeconds(9))).isEqualTo("0.00%");
        assertThat(axis.width(NOON.minusSeconds(9), NOON.plusSeconds(100))).isEqualTo("50.00%");
        assertThat(axis.width(NOON.plusSeconds(100), NOON.plusSeconds(900))).isEqualTo("50.00%");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 4, 59, 60, 61, 299, 601, 1800, 3599, 7201, 86_400, 200_000})
    void hasRoomForItsMarksOnAPhone(long seconds) {
        assertThat(new TimeAxis(NOON, NOON.plusSeconds(seconds)).ticks())
                .hasSizeBetween(1, 10)
                .startsWith(Duration.ZERO);
    }
}
