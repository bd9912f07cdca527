package org.ecsdelivery.engine.coverage.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** How many reports are broken: {@code -Dcoverage.fuzz.runs=...}; with another {@code -Dcoverage.fuzz.seed=...} others. */
class FuzzTest {
    private static final int RUNS = Integer.getInteger("coverage.fuzz.runs", 4_000);
    private static final long SEED = Long.getLong("coverage.fuzz.seed", 1);

    @Test
    void endsInNumbersOrInASentenceWhateverItReads() throws IOException {
        Fuzz fuzz = new Fuzz(SEED);
        fuzz.run(RUNS);
        assertThat(fuzz.read()).isPositive();
        assertThat(fuzz.refused()).isPositive();
    }

    @Test
    void comesToTheSameForTheSameSeed() throws IOException {
        Fuzz one = new Fuzz(7);
        Fuzz other = new Fuzz(7);
        one.run(300);
        other.run(300);
        assertThat(one.outcome()).isEqualTo(other.outcome());
    }
}
