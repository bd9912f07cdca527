package org.ecsdelivery.engine.coverage;

import java.util.Arrays;

/** How many things of each line are covered, of how many, where a report tells no more: JaCoCo's instructions. */
public final class CountTable {
    /** No lines. */
    public static final CountTable NONE = new CountTable(new int[0], new int[0], new int[0]);

    private final int[] lines;
    private final int[] covered;
    private final int[] total;
    private final Count count;

    CountTable(int[] lines, int[] covered, int[] total) {
        this.lines = lines;
        this.covered = covered;
        this.total = total;
        long ran = 0;
        long all = 0;
        for (int i = 0; i < lines.length; i++) {
            ran += covered[i];
            all += total[i];
        }
        this.count = new Count(ran, all);
    }

    /** Returns how many lines there are. */
    public int size() {
        return lines.length;
    }

    /** Returns the count of that line, {@link Count#NONE} when it holds no code. */
    public Count count(int line) {
        int index = Arrays.binarySearch(lines, line);
        return index < 0 ? Count.NONE : new Count(covered[index], total[index]);
    }

    /** Returns the counts of all lines together. */
    public Count count() {
        return count;
    }

    /** Returns the union; for a line of both the higher numbers hold, since nobody knows which instructions ran. */
    CountTable merge(CountTable other) {
        if (other.size() == 0) {
            return this;
        }
        if (size() == 0) {
            return other;
        }
        int[] line = new int[lines.length + other.lines.length];
        int[] ran = new int[line.length];
        int[] all = new int[line.length];
        int size = 0;
        int a = 0;
        int b = 0;
        while (a < lines.length || b < other.lines.length) {
            int ours = a < lines.length ? lines[a] : Integer.MAX_VALUE;
            int theirs = b < other.lines.length ? other.lines[b] : Integer.MAX_VALUE;
            line[size] = Math.min(ours, theirs);
            ran[size] = Math.max(ours <= theirs ? covered[a] : 0, theirs <= ours ? other.covered[b] : 0);
            all[size++] = Math.max(ours <= theirs ? total[a] : 0, theirs <= ours ? other.total[b] : 0);
            a += ours <= theirs ? 1 : 0;
            b += theirs <= ours ? 1 : 0;
        }
        return new CountTable(Arrays.copyOf(line, size), Arrays.copyOf(ran, size), Arrays.copyOf(all, size));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CountTable table
                && Arrays.equals(lines, table.lines)
                && Arrays.equals(covered, table.covered)
                && Arrays.equals(total, table.total);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new int[] {Arrays.hashCode(lines), Arrays.hashCode(covered), Arrays.hashCode(total)});
    }
}
