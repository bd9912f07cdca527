package org.ecsdelivery.engine.coverage;

import java.util.Arrays;

/** Gathers lines; used over and over for one file after the other. */
final class LineTableBuilder {
    private int[] lines = new int[1024];
    private int[] hits = new int[1024];
    private int size;
    private boolean inOrder = true;

    void clear() {
        size = 0;
        inOrder = true;
    }

    int size() {
        return size;
    }

    void add(int line, int hit) {
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, size * 2);
            hits = Arrays.copyOf(hits, size * 2);
        }
        if (size > 0 && line <= lines[size - 1]) {
            inOrder = false;
        }
        lines[size] = line;
        hits[size++] = hit;
    }

    /**
     * Makes the table.
     *
     * @param repeats what a line told twice means
     */
    LineTable table(Repeats repeats) {
        if (size == 0) {
            return LineTable.NONE;
        }
        if (!inOrder) {
            sort(repeats);
        }
        return new LineTable(Arrays.copyOf(lines, size), Arrays.copyOf(hits, size));
    }

    private void sort(Repeats repeats) {
        long[] entries = new long[size];
        for (int i = 0; i < size; i++) {
            entries[i] = (long) lines[i] << Integer.SIZE | hits[i];
        }
        Arrays.sort(entries);
        int kept = 0;
        for (long entry : entries) {
            int line = (int) (entry >>> Integer.SIZE);
            int hit = (int) entry;
            if (kept > 0 && lines[kept - 1] == line) {
                hits[kept - 1] =
                        repeats == Repeats.ADD_UP ? Hits.plus(hits[kept - 1], hit) : Math.max(hits[kept - 1], hit);
            } else {
                lines[kept] = line;
                hits[kept++] = hit;
            }
        }
        size = kept;
        inOrder = true;
    }
}
