package org.ecsdelivery.engine.coverage.generate;

import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Totals;

/** What a generated report must come out as, counted while it was written. */
public final class Known {
    private final long[] counts = new long[8];

    void line(boolean covered) {
        add(0, covered);
    }

    void branch(boolean covered) {
        add(2, covered);
    }

    void function(boolean covered) {
        add(4, covered);
    }

    void statements(int number, boolean covered) {
        counts[6] += covered ? number : 0;
        counts[7] += number;
    }

    private void add(int place, boolean covered) {
        counts[place] += covered ? 1 : 0;
        counts[place + 1]++;
    }

    /** Returns covered and total of lines, branches, functions and statements, as text. */
    @Override
    public String toString() {
        return "lines %d/%d, branches %d/%d, functions %d/%d, statements %d/%d"
                .formatted(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6], counts[7]);
    }

    /** Writes the totals of a model the same way. */
    public static String of(Totals totals) {
        return "lines %s, branches %s, functions %s, statements %s"
                .formatted(
                        totals.of(CoverageMetric.LINES),
                        totals.of(CoverageMetric.BRANCHES),
                        totals.of(CoverageMetric.FUNCTIONS),
                        totals.of(CoverageMetric.STATEMENTS));
    }
}
