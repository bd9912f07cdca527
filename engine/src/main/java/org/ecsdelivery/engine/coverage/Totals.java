package org.ecsdelivery.engine.coverage;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The exact counts of a file, a group of files or a report, one per metric. */
public final class Totals {
    /** Nothing was counted. */
    public static final Totals NONE = new Totals(new EnumMap<>(Metric.class));

    private final Map<Metric, Count> counts;

    private Totals(Map<Metric, Count> counts) {
        this.counts = Collections.unmodifiableMap(counts);
    }

    /** Makes totals of one metric. */
    public static Totals of(Metric metric, Count count) {
        return NONE.with(metric, count);
    }

    /** Returns the count of that metric, {@link Count#NONE} when nothing was counted. */
    public Count of(Metric metric) {
        return counts.getOrDefault(metric, Count.NONE);
    }

    /** Returns these totals with that count instead of the one they had. */
    public Totals with(Metric metric, Count count) {
        Map<Metric, Count> changed = new EnumMap<>(Metric.class);
        changed.putAll(counts);
        if (count.isEmpty()) {
            changed.remove(metric);
        } else {
            changed.put(metric, count);
        }
        return new Totals(changed);
    }

    /** Returns both totals together. */
    public Totals plus(Totals other) {
        Map<Metric, Count> sum = new EnumMap<>(Metric.class);
        sum.putAll(counts);
        other.counts.forEach((metric, count) -> sum.merge(metric, count, Count::plus));
        return new Totals(sum);
    }

    /** Returns the higher numbers of both, metric by metric. */
    public Totals max(Totals other) {
        Map<Metric, Count> most = new EnumMap<>(Metric.class);
        most.putAll(counts);
        other.counts.forEach((metric, count) -> most.merge(metric, count, Count::max));
        return new Totals(most);
    }

    /** Tells whether nothing was counted. */
    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** Returns the counts by metric; metrics that count nothing are left out. */
    public Map<Metric, Count> counts() {
        return counts;
    }

    /** Adds up the totals of files. */
    public static Totals of(Iterable<FileCoverage> files) {
        long[] covered = new long[Metric.values().length];
        long[] total = new long[covered.length];
        for (FileCoverage file : files) {
            Arrays.setAll(
                    covered,
                    metric -> covered[metric]
                            + file.count(Metric.values()[metric]).covered());
            Arrays.setAll(
                    total,
                    metric ->
                            total[metric] + file.count(Metric.values()[metric]).total());
        }
        Totals sum = NONE;
        for (Metric metric : Metric.values()) {
            sum = sum.with(metric, new Count(covered[metric.ordinal()], total[metric.ordinal()]));
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Totals totals && totals.counts.equals(counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
