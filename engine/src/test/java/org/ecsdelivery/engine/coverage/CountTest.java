package org.ecsdelivery.engine.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
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
    void reachesAPercentExactlyAndNotAlmost() {
        assertThat(new Count(799_999_999_999L, 1_000_000_000_000L).reaches(new BigDecimal("80")))
                .isFalse();
        assertThat(new Count(800_000_000_000L, 1_000_000_000_000L).reaches(new BigDecimal("80")))
                .isTrue();
    }

    @Test
    void comparesSharesThatNoDoubleTellsApart() {
        Count less = new Count(Long.MAX_VALUE - 2, Long.MAX_VALUE - 1);
        Count more = new Count(Long.MAX_VALUE - 1, Long.MAX_VALUE);
        assertThat(less.compareShare(more)).isNegative();
        assertThat(more.compareShare(less)).isPositive();
        assertThat(new Count(1, 2).compareShare(new Count(2, 4))).isZero();
    }

    @Test
    void takesNothingToCoverForFullyCovered() {
        assertThat(Count.NONE.reaches(new BigDecimal("100"))).isTrue();
        assertThat(Count.NONE.compareShare(new Count(3, 3))).isZero();
        assertThat(Count.NONE.compareShare(new Count(2, 3))).isPositive();
    }

    @Test
    void refusesMoreThanAll() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Count(2, 1)).withMessage("2 of 1 cannot be covered");
    }
}
