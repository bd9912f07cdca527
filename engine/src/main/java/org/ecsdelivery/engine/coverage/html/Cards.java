package org.ecsdelivery.engine.coverage.html;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.Totals;

/** Totals, one metric after the other. */
final class Cards {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Cards() {}

    /** Adds the totals, and how they differ from those before. */
    static void write(Totals totals, Totals before, Markup out) {
        out.raw("<dl class=cards>");
        for (CoverageMetric metric : CoverageMetric.values()) {
            Count count = totals.of(metric);
            if (!count.isEmpty()) {
                card(metric.word(), count, before.of(metric), out);
            }
        }
        out.raw("</dl>\n");
    }

    /** Adds one total. */
    static void card(String label, Count count, Count before, Markup out) {
        out.raw("<div><dt>").raw(label).raw("<dd><b>").percent(count).raw("</b> <span>");
        out.grouped(count.covered())
                .raw(" of ")
                .grouped(count.total())
                .raw("</span>")
                .bar(count);
        if (!before.isEmpty() && !count.isEmpty()) {
            out.raw("<em>").raw(difference(count, before)).raw("</em>");
        }
        out.raw("</div>");
    }

    private static String difference(Count now, Count before) {
        BigDecimal points = percent(now).subtract(percent(before)).setScale(1, RoundingMode.HALF_UP);
        long missed = now.missed() - before.missed();
        String uncovered = missed == 0 ? "as many" : Math.abs(missed) + (missed > 0 ? " more" : " fewer");
        return (points.signum() > 0 ? "+" : points.signum() < 0 ? "−" : "±") + points.abs() + " points, " + uncovered
                + " uncovered";
    }

    private static BigDecimal percent(Count count) {
        return BigDecimal.valueOf(count.covered())
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(count.total()), MathContext.DECIMAL64);
    }
}
