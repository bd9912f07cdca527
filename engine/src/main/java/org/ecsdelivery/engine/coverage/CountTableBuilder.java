package org.ecsdelivery.engine.coverage;

import java.util.Arrays;

/** Gathers counts of lines; used over and over for one file after the other. */
final class CountTableBuilder {
    private int[] lines = new int[64];
    private int[] covered = new int[64];
    private int[] total = new int[64];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    void add(int line, int ran, int all) {
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, size * 2);
            covered = Arrays.copyOf(covered, size * 2);
            total = Arrays.copyOf(total, size * 2);
        }
        lines[size] = line;
        covered[size] = ran;
        total[size++] = all;
    }

    CountTable table() {
        if (size == 0) {
            return CountTable.NONE;
        }
        long[] order = new long[size];
        Arrays.setAll(order, i -> (long) lines[i] << Integer.SIZE | i);
        Arrays.sort(order);
        int[] line = new int[size];
        int[] ran = new int[size];
        int[] all = new int[size];
        int kept = 0;
        for (long entry : order) {
            int i = (int) entry;
            kept += kept > 0 && line[kept - 1] == lines[i] ? 0 : 1;
            line[kept - 1] = lines[i];
            ran[kept - 1] = Math.max(ran[kept - 1], covered[i]);
            all[kept - 1] = Math.max(all[kept - 1], total[i]);
        }
        return new CountTable(Arrays.copyOf(line, kept), Arrays.copyOf(ran, kept), Arrays.copyOf(all, kept));
    }
}
