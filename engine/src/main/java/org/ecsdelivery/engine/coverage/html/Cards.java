package org.ecsdelivery.engine.coverage.html;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Function;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.Totals;

/** Totals, one metric after the other. */
final class Cards {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Cards() {}

    /** Adds the totals, and how they differ from those before. */
    static void write(Function<CoverageMetric, Count> counts, Totals before, Markup out) {
        out.raw("<dl class=cards>");
        for (CoverageMetric metric : CoverageMetric.values()) {
            Count count = counts.apply(metric);
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
            difference(count, before, out);
        }
        out.raw("</div>");
    }

    private static void difference(Count now, Count before, Markup out) {
        BigDecimal points = percent(now).subtract(percent(before)).setScale(1, RoundingMode.HALF_UP);
        out.raw("<em>").raw(points.signum() > 0 ? "+" : points.signum() < 0 ? "−" : "±");
        out.raw(points.abs().toPlainString()).raw(" points, ");
        long missed = now.missed() - before.missed();
        if (missed == 0) {
            out.raw("as many");
        } else {
            out.grouped(Math.abs(missed)).raw(missed > 0 ? " more" : " fewer");
        }
        out.raw(" uncovered</em>");
    }

    private static BigDecimal percent(Count count) {
        return BigDecimal.valueOf(count.covered())
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(count.total()), MathContext.DECIMAL64);
    }
}
