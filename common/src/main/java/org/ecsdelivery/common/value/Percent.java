package org.ecsdelivery.common.value;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A share that somebody demands, 0 to 100 with at most four decimals. It is compared with exact whole numbers and never rounded: 79.995 %
 * are not 80 %.
 *
 * @param value the number
 */
public record Percent(BigDecimal value) implements Comparable<Percent> {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Nothing. */
    public static final Percent ZERO = new Percent(BigDecimal.ZERO);

    private static final Pattern FORM = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?)\\s*%?");

    /** Refuses what is no share. */
    public Percent {
        if (value.signum() < 0 || value.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("'" + value.toPlainString() + "' is not from 0 to 100");
        }
    }

    /**
     * Reads {@code 80}, {@code 80.5} or {@code 80.5 %}.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    public static Percent parse(String text) {
        var matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text.strip() + "' is not a percentage from 0 to 100 with at most four decimals");
        }
        return new Percent(new BigDecimal(matcher.group(1)));
    }

    /** Tells whether so many of so many are at least this share; none of none are. */
    public boolean isReachedBy(long part, long whole) {
        return BigDecimal.valueOf(part).multiply(HUNDRED).compareTo(value.multiply(BigDecimal.valueOf(whole))) >= 0;
    }

    @Override
    public int compareTo(Percent other) {
        return value.compareTo(other.value);
    }

    /** Returns it as people write it: {@code 80.5 %}. */
    @Override
    public String toString() {
        return value.stripTrailingZeros().toPlainString() + " %";
    }
}
