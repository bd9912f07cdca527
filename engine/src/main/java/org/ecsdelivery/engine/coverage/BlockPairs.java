package org.ecsdelivery.engine.coverage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.IntConsumer;

/** The decisions of one line that still wait for their counterpart in the other report, by their number of branches. */
final class BlockPairs {
    private final Map<Integer, Queue<Integer>> startsBySize = new HashMap<>();

    BlockPairs(BranchUnion.Span span) {
        int from = span.from();
        while (from < span.to()) {
            int to = span.blockEnd(from);
            startsBySize.computeIfAbsent(to - from, any -> new ArrayDeque<>()).add(from);
            from = to;
        }
    }

    /** Returns where the next decision of that size starts, or -1. */
    int next(int size) {
        Queue<Integer> starts = startsBySize.get(size);
        Integer start = starts == null ? null : starts.poll();
        return start == null ? -1 : start;
    }

    /** Tells the starts of those that found no counterpart, in order. */
    void rest(IntConsumer start) {
        List<Integer> left = new ArrayList<>();
        startsBySize.values().forEach(left::addAll);
        Collections.sort(left);
        left.forEach(start::accept);
    }
}
