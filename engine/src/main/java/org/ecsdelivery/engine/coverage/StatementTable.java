package org.ecsdelivery.engine.coverage;

import java.util.Arrays;

/** The statements, or blocks of statements, of one file with their place in the source and their hits, in order. */
public final class StatementTable {
    /** No statements. */
    public static final StatementTable NONE = new StatementTable(new long[0], new long[0], new int[0], new int[0]);

    private final long[] starts;
    private final long[] ends;
    private final int[] weights;
    private final int[] hits;
    private final Count count;

    StatementTable(long[] starts, long[] ends, int[] weights, int[] hits) {
        this.starts = starts;
        this.ends = ends;
        this.weights = weights;
        this.hits = hits;
        long covered = 0;
        long total = 0;
        for (int i = 0; i < hits.length; i++) {
            total += weights[i];
            covered += hits[i] > 0 ? weights[i] : 0;
        }
        this.count = new Count(covered, total);
    }

    /** Returns the place of that line and column, as tables hold it. */
    public static long position(int line, int column) {
        return (long) line << Integer.SIZE | column & 0xffffffffL;
    }

    /** Returns how many places there are; a block of Go holds several statements. */
    public int size() {
        return hits.length;
    }

    /** Returns the first line of the one at that place. */
    public int line(int index) {
        return (int) (starts[index] >>> Integer.SIZE);
    }

    /** Returns the last line of the one at that place. */
    public int endLine(int index) {
        return (int) (ends[index] >>> Integer.SIZE);
    }

    /** Returns how many statements the one at that place holds. */
    public int weight(int index) {
        return weights[index];
    }

    /** Returns how often the one at that place ran. */
    public int hits(int index) {
        return hits[index];
    }

    /** Returns how many statements ran. */
    public Count count() {
        return count;
    }

    StatementTable merge(StatementTable other) {
        if (other.size() == 0) {
            return this;
        }
        if (size() == 0) {
            return other;
        }
        return Arrays.equals(starts, other.starts)
                        && Arrays.equals(ends, other.ends)
                        && Arrays.equals(weights, other.weights)
                ? samePlaces(other)
                : union(other);
    }

    private StatementTable samePlaces(StatementTable other) {
        int[] sum = new int[hits.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Hits.plus(hits[i], other.hits[i]);
        }
        return new StatementTable(starts, ends, weights, sum);
    }

    private int compare(int index, StatementTable other, int otherIndex) {
        int byStart = Long.compare(starts[index], other.starts[otherIndex]);
        return byStart != 0 ? byStart : Long.compare(ends[index], other.ends[otherIndex]);
    }

    private StatementTable union(StatementTable other) {
        StatementTableBuilder union = new StatementTableBuilder();
        int a = 0;
        int b = 0;
        while (a < size() || b < other.size()) {
            int order = a == size() ? 1 : b == other.size() ? -1 : compare(a, other, b);
            if (order > 0) {
                other.copy(b, union, other.weights[b], other.hits[b]);
            } else if (order == 0) {
                copy(a, union, Math.max(weights[a], other.weights[b]), Hits.plus(hits[a], other.hits[b]));
            } else {
                copy(a, union, weights[a], hits[a]);
            }
            a += order <= 0 ? 1 : 0;
            b += order >= 0 ? 1 : 0;
        }
        return union.inOrder();
    }

    private void copy(int index, StatementTableBuilder target, int weight, int hit) {
        target.add(starts[index], ends[index], weight, hit);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatementTable table
                && Arrays.equals(starts, table.starts)
                && Arrays.equals(ends, table.ends)
                && Arrays.equals(weights, table.weights)
                && Arrays.equals(hits, table.hits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new int[] {Arrays.hashCode(starts), Arrays.hashCode(ends), Arrays.hashCode(hits)});
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < hits.length; i++) {
            text.append(i == 0 ? "" : " ").append(line(i)).append('.').append((int) starts[i]);
            text.append('*').append(weights[i]).append(':').append(hits[i]);
        }
        return text.toString();
    }
}
