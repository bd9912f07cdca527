package org.ecsdelivery.engine.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The one axis on which everything of a chart lies. Places are percentages, so that a chart is as wide as its page.
 *
 * @param from its left end
 * @param to its right end
 */
record TimeAxis(Instant from, Instant to) {
    /** More would touch each other on a phone. */
    private static final int MOST_TICKS = 5;

    private static final long[] STEPS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800};

    /** Returns where a moment lies. */
    String place(Instant at) {
        return percent(share(Duration.between(from, at)));
    }

    /** Returns how wide the time from one moment to another is. */
    String width(Instant begin, Instant end) {
        return percent(share(Duration.between(from, end)) - share(Duration.between(from, begin)));
    }

    /** Returns how much of the axis a time takes, from 0 to 1. */
    double share(Duration time) {
        return Math.max(0, Math.min(1, time.toMillis() / (double) whole()));
    }

    /** Returns the marks of the axis, the first at its beginning. */
    List<Duration> ticks() {
        long seconds = Math.max(1, whole() / 1000);
        long step = STEPS[STEPS.length - 1];
        for (int index = STEPS.length - 1; index >= 0 && seconds / STEPS[index] <= MOST_TICKS; index--) {
            step = STEPS[index];
        }
        List<Duration> ticks = new ArrayList<>();
        for (long at = 0; at <= seconds && ticks.size() < 2 * MOST_TICKS; at += step) {
            ticks.add(Duration.ofSeconds(at));
        }
        return ticks;
    }

    private long whole() {
        return Math.max(1, Duration.between(from, to).toMillis());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }
}
