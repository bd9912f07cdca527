package org.ecsdelivery.engine.coverage.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.ecsdelivery.engine.coverage.Count;
import org.junit.jupiter.api.Test;

class ShareTest {
    @Test
    void isThePercentOfTheModelWhateverTheNumbers() {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            long total = 1 + Math.abs(random.nextLong() >> 1 + random.nextInt(62));
            Count count = new Count(Math.floorMod(random.nextLong(), total + 1), total);
            assertThat(Share.permille(count))
                    .as(count.toString())
                    .isEqualTo(count.percent(1).movePointRight(1).intValueExact());
        }
    }

    @Test
    void isRoundedUpAtTheHalf() {
        assertThat(Share.permille(new Count(1, 16))).isEqualTo(63);
        assertThat(Share.permille(new Count(1, 2000))).isEqualTo(1);
    }
}
