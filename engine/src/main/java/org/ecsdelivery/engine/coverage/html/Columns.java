package org.ecsdelivery.engine.coverage.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.Totals;

/**
 * Which metrics the tables show: those that the reports count, three at most.
 *
 * @param metrics the most telling first
 */
record Columns(List<CoverageMetric> metrics) {
    static Columns of(Totals totals) {
        List<CoverageMetric> metrics = new ArrayList<>();
        first(totals, CoverageMetric.LINES, CoverageMetric.STATEMENTS, CoverageMetric.INSTRUCTIONS)
                .ifPresent(metrics::add);
        first(totals, CoverageMetric.BRANCHES).ifPresent(metrics::add);
        first(totals, CoverageMetric.FUNCTIONS, CoverageMetric.CLASSES).ifPresent(metrics::add);
        return new Columns(metrics);
    }

    private static Optional<CoverageMetric> first(Totals totals, CoverageMetric... wanted) {
        for (CoverageMetric metric : wanted) {
            if (!totals.of(metric).isEmpty()) {
                return Optional.of(metric);
            }
        }
        return Optional.empty();
    }

    /** Adds the heads of the columns. */
    void head(Markup out) {
        for (CoverageMetric metric : metrics) {
            out.raw("<th scope=col>").raw(capital(metric.word()));
        }
        if (!metrics.isEmpty()) {
            out.raw("<th scope=col>Missed ").raw(metrics.get(0).word());
        }
    }

    /** Adds the cells of a row. */
    void cells(Function<CoverageMetric, Count> counts, Markup out) {
        for (CoverageMetric metric : metrics) {
            out.raw("<td>").share(counts.apply(metric));
        }
        if (!metrics.isEmpty()) {
            out.raw("<td>").number(counts.apply(metrics.get(0)).missed());
        }
    }

    private static String capital(String label) {
        return Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }
}
