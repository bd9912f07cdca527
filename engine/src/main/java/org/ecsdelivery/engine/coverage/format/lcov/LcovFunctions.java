package org.ecsdelivery.engine.coverage.format.lcov;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ecsdelivery.engine.coverage.FileCoverageBuilder;

/** Brings the lines of functions ({@code FN}) and their hits ({@code FNDA}) together by name, in any order. */
final class LcovFunctions {
    private final FileCoverageBuilder builder;
    private final NameList declared = new NameList();
    private final NameList called = new NameList();
    private final Map<Long, Group> groups = new LinkedHashMap<>();

    LcovFunctions(FileCoverageBuilder builder) {
        this.builder = builder;
    }

    void declare(int line, byte[] bytes, int from, int to) {
        declared.add(line, bytes, from, to);
    }

    void hits(long hits, byte[] bytes, int from, int to) {
        called.add(hits, bytes, from, to);
    }

    /** Starts a function that may have several names, as lcov 2.2 and later write it. */
    void group(long index, int line) {
        groups.put(index, new Group(line));
    }

    void alias(long index, long hits, byte[] bytes, int from, int to) {
        groups.computeIfAbsent(index, any -> new Group(0)).add(hits, bytes, from, to);
    }

    /** Hands all functions of the file on, and starts anew. */
    void join() {
        if (declared.sameNames(called)) {
            for (int i = 0; i < declared.size(); i++) {
                declared.hand(i, (int) declared.value(i), called.value(i), builder);
            }
        } else {
            joinByName();
        }
        groups.values().forEach(group -> group.hand(builder));
        declared.clear();
        called.clear();
        groups.clear();
    }

    private void joinByName() {
        Map<String, Deque<Integer>> byName = new HashMap<>();
        for (int i = 0; i < declared.size(); i++) {
            byName.computeIfAbsent(declared.name(i), any -> new ArrayDeque<>()).add(i);
        }
        long[] hits = new long[declared.size()];
        for (int i = 0; i < called.size(); i++) {
            Deque<Integer> lines = byName.get(called.name(i));
            if (lines == null) {
                called.hand(i, 0, called.value(i), builder);
            } else {
                int index = lines.size() > 1 ? lines.pop() : lines.element();
                hits[index] = Math.min(hits[index] + called.value(i), Integer.MAX_VALUE);
            }
        }
        for (int i = 0; i < hits.length; i++) {
            declared.hand(i, (int) declared.value(i), hits[i], builder);
        }
    }

    /** A function with all its names: templates and the like. */
    private static final class Group {
        private final int line;
        private final NameList names = new NameList();
        private long hits;

        Group(int line) {
            this.line = line;
        }

        void add(long more, byte[] bytes, int from, int to) {
            hits = Math.min(hits + Math.min(more, Integer.MAX_VALUE), Integer.MAX_VALUE);
            if (names.size() == 0) {
                names.add(0, bytes, from, to);
            }
        }

        void hand(FileCoverageBuilder builder) {
            if (names.size() > 0) {
                names.hand(0, line, hits, builder);
            }
        }
    }
}
