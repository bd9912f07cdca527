package org.ecsdelivery.engine.coverage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Functions or classes of one file with their line (0 when unknown) and hits, in the order of lines, then of names. */
public final class NamedTable {
    /** No names. */
    public static final NamedTable NONE = new NamedTable(new byte[0], new int[0], new int[0], new int[0]);

    private final byte[] names;
    private final int[] ends;
    private final int[] lines;
    private final int[] hits;
    private final int covered;

    NamedTable(byte[] names, int[] ends, int[] lines, int[] hits) {
        this.names = names;
        this.ends = ends;
        this.lines = lines;
        this.hits = hits;
        int ran = 0;
        for (int hit : hits) {
            ran += hit > 0 ? 1 : 0;
        }
        this.covered = ran;
    }

    /** Returns how many there are. */
    public int size() {
        return lines.length;
    }

    /** Returns the name at that place. */
    public String name(int index) {
        return new String(names, start(index), ends[index] - start(index), StandardCharsets.UTF_8);
    }

    /** Returns the line at that place, 0 when the report did not tell. */
    public int line(int index) {
        return lines[index];
    }

    /** Returns how often the one at that place ran. */
    public int hits(int index) {
        return hits[index];
    }

    /** Returns how many ran. */
    public Count count() {
        return new Count(covered, lines.length);
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    int nameBytes() {
        return names.length;
    }

    void copyName(int index, NamedTableBuilder target, int hit) {
        target.add(lines[index], names, start(index), ends[index], hit);
    }

    int compare(int index, NamedTable other, int otherIndex) {
        int byLine = Integer.compare(lines[index], other.lines[otherIndex]);
        return byLine != 0
                ? byLine
                : Arrays.compareUnsigned(
                        names, start(index), ends[index], other.names, other.start(otherIndex), other.ends[otherIndex]);
    }

    NamedTable merge(NamedTable other) {
        if (other.size() == 0) {
            return this;
        }
        if (size() == 0) {
            return other;
        }
        return Arrays.equals(lines, other.lines) && Arrays.equals(ends, other.ends) && Arrays.equals(names, other.names)
                ? sameNames(other)
                : union(other);
    }

    private NamedTable sameNames(NamedTable other) {
        int[] sum = new int[hits.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Hits.plus(hits[i], other.hits[i]);
        }
        return new NamedTable(names, ends, lines, sum);
    }

    private NamedTable union(NamedTable other) {
        NamedTableBuilder union = new NamedTableBuilder();
        int a = 0;
        int b = 0;
        while (a < size() || b < other.size()) {
            int order = a == size() ? 1 : b == other.size() ? -1 : compare(a, other, b);
            if (order > 0) {
                other.copyName(b, union, other.hits[b]);
            } else {
                copyName(a, union, order == 0 ? Hits.plus(hits[a], other.hits[b]) : hits[a]);
            }
            a += order <= 0 ? 1 : 0;
            b += order >= 0 ? 1 : 0;
        }
        return union.inOrder();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamedTable table
                && Arrays.equals(lines, table.lines)
                && Arrays.equals(ends, table.ends)
                && Arrays.equals(names, table.names)
                && Arrays.equals(hits, table.hits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new int[] {Arrays.hashCode(lines), Arrays.hashCode(names), Arrays.hashCode(hits)});
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            text.append(i == 0 ? "" : " ").append(name(i)).append('@').append(lines[i]);
            text.append(':').append(hits[i]);
        }
        return text.toString();
    }
}
