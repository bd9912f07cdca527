package org.ecsdelivery.engine.coverage.format.xml;

/** The {@code (1/2)} in a text such as {@code 33.3333% (1/3)}; the percent before it is never read. Packed into a long. */
final class Fraction {
    private Fraction() {}

    /** Returns the last fraction in brackets, 0 when there is none. */
    static long in(String text) {
        int open = text.lastIndexOf('(');
        int slash = text.indexOf('/', open + 1);
        int close = text.indexOf(')', slash + 1);
        if (open < 0 || slash < 0 || close < 0) {
            return 0;
        }
        long covered = number(text, open + 1, slash);
        long total = number(text, slash + 1, close);
        return covered < 0 || total < 0 ? 0 : Math.min(covered, total) << Integer.SIZE | total;
    }

    private static long number(String text, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = Math.min(value * 10 + digit, Integer.MAX_VALUE);
        }
        return from == to ? -1 : value;
    }

    static int covered(long fraction) {
        return (int) (fraction >>> Integer.SIZE);
    }

    static int total(long fraction) {
        return (int) fraction;
    }
}
