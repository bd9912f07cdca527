package org.ecsdelivery.engine.coverage;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts branches that came in any order, or more than once, in the order of the lines and of their decisions. */
final class BranchOrder {
    private final int[] places;
    private final long[] keys;
    private final int[] taken;
    private final long[] order;
    private final int[] orderedPlaces;
    private final int[] orderedTaken;
    private int size;

    BranchOrder(int[] places, long[] keys, int[] taken) {
        this.places = places;
        this.keys = keys;
        this.taken = taken;
        this.order = new long[places.length];
        this.orderedPlaces = new int[places.length];
        this.orderedTaken = new int[places.length];
        Arrays.setAll(order, i -> (long) BranchTable.lineOf(places[i]) << Integer.SIZE | i);
        Arrays.sort(order);
    }

    BranchTable table() {
        int from = 0;
        while (from < order.length) {
            int to = from + 1;
            while (to < order.length && order[to] >>> Integer.SIZE == order[from] >>> Integer.SIZE) {
                to++;
            }
            line(from, to);
            from = to;
        }
        return new BranchTable(Arrays.copyOf(orderedPlaces, size), Arrays.copyOf(orderedTaken, size));
    }

    private void line(int from, int to) {
        int line = (int) (order[from] >>> Integer.SIZE);
        if (anyCounted(from, to)) {
            counted(line, from, to);
        } else {
            decisions(line, from, to);
        }
    }

    private boolean anyCounted(int from, int to) {
        for (int i = from; i < to; i++) {
            if (BranchTable.isCounted(places[(int) order[i]])) {
                return true;
            }
        }
        return false;
    }

    /** Told twice, a count is the higher of both: a class and its method may both tell the line. */
    private void counted(int line, int from, int to) {
        int covered = 0;
        int total = 0;
        int runCovered = 0;
        int runTotal = 0;
        for (int i = from; i < to; i++) {
            int entry = (int) order[i];
            boolean starts = keys[entry] == 0;
            runCovered = (starts ? 0 : runCovered) + (taken[entry] > 0 ? 1 : 0);
            runTotal = (starts ? 0 : runTotal) + 1;
            covered = Math.max(covered, runCovered);
            total = Math.max(total, runTotal);
        }
        for (int i = 0; i < total; i++) {
            add(BranchTable.place(line, i == 0, true), i < covered ? 1 : 0);
        }
    }

    private void decisions(int line, int from, int to) {
        Map<Long, Map<Long, Integer>> blocks = new LinkedHashMap<>();
        for (int i = from; i < to; i++) {
            int entry = (int) order[i];
            blocks.computeIfAbsent(keys[entry] >> Integer.SIZE, any -> new LinkedHashMap<>())
                    .merge(keys[entry], taken[entry], Hits::plusTaken);
        }
        for (Map<Long, Integer> arms : blocks.values()) {
            boolean first = true;
            for (int times : arms.values()) {
                add(BranchTable.place(line, first, false), times);
                first = false;
            }
        }
    }

    private void add(int place, int times) {
        orderedPlaces[size] = place;
        orderedTaken[size++] = times;
    }
}
