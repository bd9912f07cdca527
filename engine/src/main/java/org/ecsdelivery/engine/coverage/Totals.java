package org.ecsdelivery.engine.coverage;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.ecsdelivery.common.value.CoverageMetric;

/** The exact counts of a file, a group of files or a report, one per metric. */
public final class Totals {
    /** Nothing was counted. */
    public static final Totals NONE = new Totals(new EnumMap<>(CoverageMetric.class));

    private final Map<CoverageMetric, Count> counts;

    private Totals(Map<CoverageMetric, Count> counts) {
        this.counts = Collections.unmodifiableMap(counts);
    }

    /** Makes totals of one metric. */
    public static Totals of(CoverageMetric metric, Count count) {
        return NONE.with(metric, count);
    }

    /** Returns the count of that metric, {@link Count#NONE} when nothing was counted. */
    public Count of(CoverageMetric metric) {
        return counts.getOrDefault(metric, Count.NONE);
    }

    /** Returns these totals with that count instead of the one they had. */
    public Totals with(CoverageMetric metric, Count count) {
        Map<CoverageMetric, Count> changed = new EnumMap<>(CoverageMetric.class);
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
        Map<CoverageMetric, Count> sum = new EnumMap<>(CoverageMetric.class);
        sum.putAll(counts);
        other.counts.forEach((metric, count) -> sum.merge(metric, count, Count::plus));
        return new Totals(sum);
    }

    /** Returns the higher numbers of both, metric by metric. */
    public Totals max(Totals other) {
        Map<CoverageMetric, Count> most = new EnumMap<>(CoverageMetric.class);
        most.putAll(counts);
        other.counts.forEach((metric, count) -> most.merge(metric, count, Count::max));
        return new Totals(most);
    }

    /** Tells whether nothing was counted. */
    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** Returns the counts by metric; metrics that count nothing are left out. */
    public Map<CoverageMetric, Count> counts() {
        return counts;
    }

    /** Adds up the totals of files. */
    public static Totals of(Iterable<FileCoverage> files) {
        long[] covered = new long[CoverageMetric.values().length];
        long[] total = new long[covered.length];
        for (FileCoverage file : files) {
            Arrays.setAll(
                    covered,
                    metric -> covered[metric]
                            + file.count(CoverageMetric.values()[metric]).covered());
            Arrays.setAll(
                    total,
                    metric -> total[metric]
                            + file.count(CoverageMetric.values()[metric]).total());
        }
        Totals sum = NONE;
        for (CoverageMetric metric : CoverageMetric.values()) {
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
