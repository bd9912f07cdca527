package org.ecsdelivery.common.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentTest {

    @ParameterizedTest
    @CsvSource({"80, 80 %", "80.50, 80.5 %", "100 %, 100 %", "0, 0 %", "66.6667%, 66.6667 %"})
    void readsWhatPeopleWrite(String text, String shown) {
        assertThat(Percent.parse(text)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "100.0001", "101", "80,5", "1e2", "80.12345", "NaN"})
    void refusesWhatIsNoShare(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Percent.parse(text));
    }

    @Test
    void neverRounds() {
        assertThat(Percent.parse("80").isReachedBy(79_995, 100_000)).isFalse();
        assertThat(Percent.parse("80").isReachedBy(80_000, 100_000)).isTrue();
    }

    @Test
    void holdsForTheLargestNumbers() {
        assertThat(Percent.parse("100").isReachedBy(Long.MAX_VALUE - 1, Long.MAX_VALUE))
                .isFalse();
        assertThat(Percent.parse("100").isReachedBy(Long.MAX_VALUE, Long.MAX_VALUE))
                .isTrue();
    }

    @Test
    void takesNoneOfNoneForEnough() {
        assertThat(Percent.parse("80").isReachedBy(0, 0)).isTrue();
    }
}
