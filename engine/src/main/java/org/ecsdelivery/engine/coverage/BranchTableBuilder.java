package org.ecsdelivery.engine.coverage;

import java.util.Arrays;

/** Gathers branches; used over and over for one file after the other. */
final class BranchTableBuilder {
    private int[] places = new int[512];
    private long[] keys = new long[512];
    private int[] taken = new int[512];
    private int size;
    private boolean regular = true;

    void clear() {
        size = 0;
        regular = true;
    }

    int size() {
        return size;
    }

    /** Adds a branch with the names the report gives its decision and itself. */
    void add(int line, int block, int arm, int times) {
        add(line, (long) block << Integer.SIZE | arm & 0xffffffffL, times, false);
    }

    /** Adds branches that are only counted; the first ones stand for those taken. */
    void addCounted(int line, int covered, int total) {
        for (int i = 0; i < total; i++) {
            add(line, i, i < covered ? 1 : 0, true);
        }
    }

    private void add(int line, long key, int times, boolean counted) {
        if (size == places.length) {
            places = Arrays.copyOf(places, size * 2);
            keys = Arrays.copyOf(keys, size * 2);
            taken = Arrays.copyOf(taken, size * 2);
        }
        int last = size == 0 ? 0 : BranchTable.lineOf(places[size - 1]);
        boolean starts = line != last || key >> Integer.SIZE != keys[size - 1] >> Integer.SIZE;
        if (line < last || line == last && key <= keys[size - 1]) {
            regular = false;
        }
        places[size] = BranchTable.place(line, starts, counted);
        keys[size] = key;
        taken[size++] = times;
    }

    BranchTable table() {
        if (size == 0) {
            return BranchTable.NONE;
        }
        return regular
                ? new BranchTable(Arrays.copyOf(places, size), Arrays.copyOf(taken, size))
                : new BranchOrder(Arrays.copyOf(places, size), Arrays.copyOf(keys, size), Arrays.copyOf(taken, size))
                        .table();
    }
}
