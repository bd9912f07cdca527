package org.ecsdelivery.engine.coverage.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.settings.CoverageBaseline;
import org.ecsdelivery.common.settings.CoverageBaseline.Counted;
import org.ecsdelivery.common.settings.CoverageGate.Ratchet;
import org.ecsdelivery.common.settings.CoverageParameters;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;

/**
 * What must not fall. A share fell when it is lower than the baseline by more than the tolerance <em>and</em> more is uncovered than
 * before: who removes covered code lowers the share and harms nothing.
 */
final class Ratcheting {
    private static final int SCALE = 20;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Ratchet ratchet;
    private final Part now;

    Ratcheting(Ratchet ratchet, Part now) {
        this.ratchet = ratchet;
        this.now = now;
    }

    List<Shortfall> shortfalls(CoverageBaseline baseline) {
        return ratchet.metrics().stream()
                .flatMap(metric -> baseline.of(metric).flatMap(before -> fallen(metric, before, baseline)).stream())
                .toList();
    }

    private Optional<Shortfall> fallen(CoverageMetric metric, Counted before, CoverageBaseline baseline) {
        Count count = now.count(metric);
        if (count.isEmpty()) {
            return Optional.of(shortfall(
                    metric,
                    "Coverage of " + metric.word() + " is not known any more: no report tells of it, while "
                            + baseline.origin() + " had " + Words.share(count(before)) + ". " + setting()));
        }
        boolean more = count.missed() > before.total() - before.covered();
        return more && fallsBelow(count, before)
                ? Optional.of(shortfall(metric, text(metric, count, before, baseline)))
                : Optional.empty();
    }

    /** Compares fractions by what they are when multiplied out: a division would round. */
    private boolean fallsBelow(Count count, Counted before) {
        BigDecimal difference = BigDecimal.valueOf(before.covered())
                .multiply(BigDecimal.valueOf(count.total()))
                .subtract(BigDecimal.valueOf(count.covered()).multiply(BigDecimal.valueOf(before.total())))
                .multiply(HUNDRED);
        BigDecimal most = ratchet.tolerance()
                .value()
                .multiply(BigDecimal.valueOf(count.total()))
                .multiply(BigDecimal.valueOf(before.total()));
        return difference.compareTo(most) > 0;
    }

    private String text(CoverageMetric metric, Count count, Counted before, CoverageBaseline baseline) {
        long more = count.missed() - (before.total() - before.covered());
        return "Coverage of " + metric.word() + " fell from " + Words.share(count(before)) + " in " + baseline.origin()
                + " to " + Words.share(count) + ", by " + points(count, before) + " percentage points"
                + (ratchet.tolerance().value().signum() == 0
                        ? ""
                        : " where " + ratchet.tolerance().value().toPlainString() + " are let pass")
                + ", and " + more + " more are not covered. " + Words.worst(now.worst(metric)) + setting();
    }

    private static String points(Count count, Counted before) {
        return percent(before.covered(), before.total())
                .subtract(percent(count.covered(), count.total()))
                .setScale(2, RoundingMode.UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static BigDecimal percent(long covered, long total) {
        return BigDecimal.valueOf(covered)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(total), SCALE, RoundingMode.HALF_UP);
    }

    private static Count count(Counted counted) {
        return new Count(counted.covered(), counted.total());
    }

    private static String setting() {
        return "Add tests, or change " + CoverageParameters.RATCHET.label() + " (" + CoverageParameters.RATCHET.name()
                + ") or " + CoverageParameters.TOLERANCE.label() + " (" + CoverageParameters.TOLERANCE.name() + ").";
    }

    private static Shortfall shortfall(CoverageMetric metric, String text) {
        return new Shortfall("ecsDeliveryCoverageFell" + Words.capitalized(metric), text);
    }
}
