package org.ecsdelivery.engine.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CountTest {
    @Test
    void neverShowsAHundredUnlessAllIsCovered() {
        assertThat(new Count(999_999, 1_000_000).percent(2)).isEqualTo("99.99");
    }

    @Test
    void neverShowsZeroUnlessNothingIsCovered() {
        assertThat(new Count(1, 1_000_000).percent(1)).isEqualTo("0.1");
    }

    @Test
    void showsAHundredAndZeroWhenTheyAreExact() {
        assertThat(new Count(7, 7).percent(1)).isEqualTo("100.0");
        assertThat(new Count(0, 7).percent(1)).isEqualTo("0.0");
    }

    @Test
    void roundsToTheNearest() {
        assertThat(new Count(2, 3).percent(2)).isEqualTo("66.67");
    }

    @Test
    void refusesMoreThanAll() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Count(2, 1)).withMessage("2 of 1 cannot be covered");
    }
}
