package org.ecsdelivery.engine.coverage;

import java.util.Arrays;

/** The lines of one file that hold code, in order, each with its hits. */
public final class LineTable {
    /** No lines. */
    public static final LineTable NONE = new LineTable(new int[0], new int[0]);

    private final int[] lines;
    private final int[] hits;
    private final int covered;

    LineTable(int[] lines, int[] hits) {
        this.lines = lines;
        this.hits = hits;
        int ran = 0;
        for (int hit : hits) {
            ran += hit > 0 ? 1 : 0;
        }
        this.covered = ran;
    }

    /** Returns how many lines hold code. */
    public int size() {
        return lines.length;
    }

    /** Returns the number of the line at that place, 1 for the first of the file. */
    public int line(int index) {
        return lines[index];
    }

    /** Returns how often the line at that place ran. */
    public int hits(int index) {
        return hits[index];
    }

    /** Returns the place of that line; negative when it holds no code. */
    public int indexOf(int line) {
        return Arrays.binarySearch(lines, line);
    }

    /** Returns how many lines ran. */
    public Count count() {
        return new Count(covered, lines.length);
    }

    LineTable merge(LineTable other) {
        if (other.size() == 0) {
            return this;
        }
        if (size() == 0) {
            return other;
        }
        return Arrays.equals(lines, other.lines) ? sameLines(other) : union(other);
    }

    private LineTable sameLines(LineTable other) {
        int[] sum = new int[hits.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Hits.plus(hits[i], other.hits[i]);
        }
        return new LineTable(lines, sum);
    }

    private LineTable union(LineTable other) {
        int[] line = new int[lines.length + other.lines.length];
        int[] hit = new int[line.length];
        int size = 0;
        int a = 0;
        int b = 0;
        while (a < lines.length || b < other.lines.length) {
            int ours = a < lines.length ? lines[a] : Integer.MAX_VALUE;
            int theirs = b < other.lines.length ? other.lines[b] : Integer.MAX_VALUE;
            line[size] = Math.min(ours, theirs);
            int one = ours <= theirs ? hits[a++] : 0;
            int two = theirs <= ours ? other.hits[b++] : 0;
            hit[size++] = Hits.plus(one, two);
        }
        return new LineTable(Arrays.copyOf(line, size), Arrays.copyOf(hit, size));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineTable table && Arrays.equals(lines, table.lines) && Arrays.equals(hits, table.hits);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(lines) + Arrays.hashCode(hits);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            text.append(i == 0 ? "" : " ").append(lines[i]).append(':').append(hits[i]);
        }
        return text.toString();
    }
}
