package org.ecsdelivery.engine.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many things are covered, of how many. Demands compare the numbers, never the percent that is shown.
 *
 * @param covered how many are covered
 * @param total how many there are
 */
public record Count(long covered, long total) {
    /** Nothing of nothing. */
    public static final Count NONE = new Count(0, 0);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Refuses numbers that make no sense. */
    public Count {
        if (covered < 0 || total < covered) {
            throw new IllegalArgumentException(covered + " of " + total + " cannot be covered");
        }
    }

    /** Returns how many are not covered. */
    public long missed() {
        return total - covered;
    }

    /** Tells whether there is nothing to cover, so that no percent exists. */
    public boolean isEmpty() {
        return total == 0;
    }

    /** Returns both counts together. */
    public Count plus(Count other) {
        return other.isEmpty() ? this : new Count(covered + other.covered, total + other.total);
    }

    /** Returns the higher of both numbers each: what two reports of the same thing agree on at least. */
    public Count max(Count other) {
        return new Count(Math.max(covered, other.covered), Math.max(total, other.total));
    }

    /**
     * Returns the percent to show, rounded to so many decimals: never 100 unless all is covered, never 0 unless nothing
     * is. Nothing to cover shows as 100.
     */
    public BigDecimal percent(int decimals) {
        if (covered == total) {
            return HUNDRED.setScale(decimals);
        }
        BigDecimal exact = BigDecimal.valueOf(covered)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(total), decimals, RoundingMode.HALF_UP);
        BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
        return covered == 0 ? exact : exact.max(step).min(HUNDRED.subtract(step));
    }

    @Override
    public String toString() {
        return covered + "/" + total;
    }
}
