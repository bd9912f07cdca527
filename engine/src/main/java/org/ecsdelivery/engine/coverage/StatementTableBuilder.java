package org.ecsdelivery.engine.coverage;

import java.util.Arrays;
import java.util.Comparator;

/** Gathers statements; used over and over for one file after the other. */
final class StatementTableBuilder {
    private long[] starts = new long[64];
    private long[] ends = new long[64];
    private int[] weights = new int[64];
    private int[] hits = new int[64];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    void add(long start, long end, int weight, int hit) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            weights = Arrays.copyOf(weights, size * 2);
            hits = Arrays.copyOf(hits, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        weights[size] = weight;
        hits[size++] = hit;
    }

    StatementTable inOrder() {
        return size == 0
                ? StatementTable.NONE
                : new StatementTable(
                        Arrays.copyOf(starts, size),
                        Arrays.copyOf(ends, size),
                        Arrays.copyOf(weights, size),
                        Arrays.copyOf(hits, size));
    }

    /**
     * Makes the table of what came in any order.
     *
     * @param repeated whether the same place is the same statement, told again
     */
    StatementTable table(boolean repeated) {
        return isSorted() ? inOrder() : sorted(repeated);
    }

    private boolean isSorted() {
        for (int i = 1; i < size; i++) {
            if (starts[i] < starts[i - 1] || starts[i] == starts[i - 1] && ends[i] <= ends[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private StatementTable sorted(boolean repeated) {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.<Integer>comparingLong(i -> starts[i]).thenComparingLong(i -> ends[i]));
        StatementTableBuilder sorted = new StatementTableBuilder();
        int i = 0;
        while (i < size) {
            int one = order[i];
            int weight = weights[one];
            int hit = hits[one];
            int next = i + 1;
            while (repeated && next < size && isSame(one, order[next])) {
                weight = Math.max(weight, weights[order[next]]);
                hit = Hits.plus(hit, hits[order[next++]]);
            }
            sorted.add(starts[one], ends[one], weight, hit);
            i = next;
        }
        return sorted.inOrder();
    }

    private boolean isSame(int one, int other) {
        return starts[one] == starts[other] && ends[one] == ends[other];
    }
}
