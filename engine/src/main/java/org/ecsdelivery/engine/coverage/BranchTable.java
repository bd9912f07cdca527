package org.ecsdelivery.engine.coverage;

import java.util.Arrays;

/**
 * The branches of one file, in the order of lines and, in a line, of the report: {@code line + place in the line} names a
 * branch across reports, since tools number blocks anew in each run. Branches belong to blocks (one decision each).
 */
public final class BranchTable {
    /** No branches. */
    public static final BranchTable NONE = new BranchTable(new int[0], new int[0]);

    private static final int STARTS = 1;
    private static final int COUNTED = 2;
    private static final int SHIFT = 2;

    /** The line of each branch, with the two flags in the lowest bits. */
    private final int[] places;

    private final int[] taken;
    private final int covered;

    BranchTable(int[] places, int[] taken) {
        this.places = places;
        this.taken = taken;
        int ran = 0;
        for (int times : taken) {
            ran += times > 0 ? 1 : 0;
        }
        this.covered = ran;
    }

    static int place(int line, boolean startsBlock, boolean counted) {
        return line << SHIFT | (startsBlock ? STARTS : 0) | (counted ? COUNTED : 0);
    }

    static int lineOf(int place) {
        return place >>> SHIFT;
    }

    static boolean isCounted(int place) {
        return (place & COUNTED) != 0;
    }

    static boolean isStart(int place) {
        return (place & STARTS) != 0;
    }

    /** Returns how many branches there are. */
    public int size() {
        return places.length;
    }

    /** Returns the line of the branch at that place. */
    public int line(int index) {
        return lineOf(places[index]);
    }

    /** Returns how often the branch at that place was taken, or {@link Hits#NEVER_EVALUATED}. */
    public int taken(int index) {
        return taken[index];
    }

    /** Tells whether the branch at that place is the first of its decision. */
    public boolean startsBlock(int index) {
        return isStart(places[index]);
    }

    /** Tells whether the report only gave the number of branches taken in the line, not which ones. */
    public boolean isCountOnly(int index) {
        return isCounted(places[index]);
    }

    /** Returns the branches of that line. */
    public Count count(int line) {
        int ran = 0;
        int first = firstOf(line);
        int index = first;
        while (index < places.length && lineOf(places[index]) == line) {
            ran += taken[index++] > 0 ? 1 : 0;
        }
        return index == first ? Count.NONE : new Count(ran, index - first);
    }

    /** Returns the place of the first branch in that line or in a later one. */
    public int firstOf(int line) {
        int low = 0;
        int high = places.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lineOf(places[middle]) < line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns how many branches were taken. */
    public Count count() {
        return new Count(covered, places.length);
    }

    int placeAt(int index) {
        return places[index];
    }

    BranchTable merge(BranchTable other) {
        if (other.size() == 0) {
            return this;
        }
        if (size() == 0) {
            return other;
        }
        return Arrays.equals(places, other.places) ? samePlaces(other) : new BranchUnion(this, other).table();
    }

    private BranchTable samePlaces(BranchTable other) {
        int[] sum = new int[taken.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Hits.plusTaken(taken[i], other.taken[i]);
        }
        return new BranchTable(places, sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BranchTable table
                && Arrays.equals(places, table.places)
                && Arrays.equals(taken, table.taken);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(places) + Arrays.hashCode(taken);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < places.length; i++) {
            text.append(i == 0 ? "" : " ").append(line(i)).append(isCountOnly(i) ? '~' : startsBlock(i) ? '*' : '.');
            text.append(taken[i] == Hits.NEVER_EVALUATED ? "-" : Integer.toString(taken[i]));
        }
        return text.toString();
    }
}
