package org.ecsdelivery.engine.coverage.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;

/** How shortfalls say things. */
final class Words {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LONGEST_NAME = 18;

    private Words() {}

    /** Such as {@code 79.99 % (79996 of 100000)}: cut off, since one that is rounded up would seem to be enough. */
    static String share(Count count) {
        BigDecimal percent = BigDecimal.valueOf(count.covered())
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(count.total()), 2, RoundingMode.DOWN);
        return percent.stripTrailingZeros().toPlainString() + " % (" + count.covered() + " of " + count.total() + ")";
    }

    static String worst(String files) {
        return files.isEmpty() ? "" : "Most is missing in " + files + ". ";
    }

    static String capitalized(CoverageMetric metric) {
        return metric.name().charAt(0) + metric.word().substring(1);
    }

    /** Part of an identifier, the same for the same name and another for another: TeamCity mutes problems by it. */
    static String identifier(String name) {
        String letters = name.replaceAll("[^A-Za-z0-9]", "");
        String shown = letters.substring(0, Math.min(LONGEST_NAME, letters.length()));
        return shown.equals(name) ? "Of" + shown : "Of" + shown + String.format(Locale.ROOT, "%08x", name.hashCode());
    }
}
