package org.ecsdelivery.engine.coverage.format;

import java.math.BigDecimal;

/** Numbers as reports write them. */
public final class Numbers {
    /** It was no number. */
    public static final long NONE = -1;

    private static final int LONGEST = 64;
    private static final long MOST = Long.MAX_VALUE / 100;

    private Numbers() {}

    /** Reads a count: {@code 1.0} is one, {@code 1e19} many, a negative one zero; {@link #NONE} when it is none. */
    public static long count(String text) {
        long value = 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || value > MOST) {
                return oddCount(text.trim());
            }
            value = value * 10 + digit;
        }
        return length == 0 ? NONE : value;
    }

    private static long oddCount(String text) {
        if (text.length() > LONGEST || !text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
            return NONE;
        }
        return new BigDecimal(text)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.valueOf(MOST))
                .longValue();
    }
}
