package org.ecsdelivery.engine.coverage;

import java.util.Arrays;

/** Gathers functions or classes; used over and over for one file after the other. */
final class NamedTableBuilder {
    private byte[] names = new byte[1024];
    private int[] ends = new int[64];
    private int[] lines = new int[64];
    private int[] hits = new int[64];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    void add(int line, byte[] source, int from, int to, int hit) {
        int start = size == 0 ? 0 : ends[size - 1];
        int end = start + to - from;
        if (size == lines.length) {
            ends = Arrays.copyOf(ends, size * 2);
            lines = Arrays.copyOf(lines, size * 2);
            hits = Arrays.copyOf(hits, size * 2);
        }
        if (end > names.length) {
            names = Arrays.copyOf(names, Math.max(end, names.length * 2));
        }
        System.arraycopy(source, from, names, start, to - from);
        ends[size] = end;
        lines[size] = line;
        hits[size++] = hit;
    }

    /** Makes the table of what came in order. */
    NamedTable inOrder() {
        if (size == 0) {
            return NamedTable.NONE;
        }
        return new NamedTable(
                Arrays.copyOf(names, ends[size - 1]),
                Arrays.copyOf(ends, size),
                Arrays.copyOf(lines, size),
                Arrays.copyOf(hits, size));
    }

    /**
     * Makes the table of what came in any order.
     *
     * @param repeated whether the same name in the same line is the same thing, told again
     */
    NamedTable table(boolean repeated) {
        NamedTable given = inOrder();
        return isSorted(given) ? given : sorted(given, repeated);
    }

    private static boolean isSorted(NamedTable table) {
        for (int i = 1; i < table.size(); i++) {
            if (table.compare(i - 1, table, i) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static NamedTable sorted(NamedTable given, boolean repeated) {
        Integer[] order = new Integer[given.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> given.compare(a, given, b));
        NamedTableBuilder sorted = new NamedTableBuilder();
        int i = 0;
        while (i < order.length) {
            int hit = given.hits(order[i]);
            int next = i + 1;
            while (repeated && next < order.length && given.compare(order[i], given, order[next]) == 0) {
                hit = Hits.plus(hit, given.hits(order[next++]));
            }
            given.copyName(order[i], sorted, hit);
            i = next;
        }
        return sorted.inOrder();
    }
}
