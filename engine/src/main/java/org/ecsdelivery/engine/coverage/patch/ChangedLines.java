package org.ecsdelivery.engine.coverage.patch;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The lines that a change added or changed, as they are numbered after it, by file. */
public final class ChangedLines {
    /** No changes. */
    public static final ChangedLines NONE = new ChangedLines(Map.of());

    private final Map<String, int[]> byPath;

    private ChangedLines(Map<String, int[]> byPath) {
        this.byPath = Collections.unmodifiableMap(new TreeMap<>(byPath));
    }

    /** Takes lines by path within the checkout, in any order. */
    public static ChangedLines of(Map<String, int[]> lines) {
        Map<String, int[]> sorted = new TreeMap<>();
        lines.forEach((path, numbers) ->
                sorted.put(path, Arrays.stream(numbers).sorted().distinct().toArray()));
        return new ChangedLines(sorted);
    }

    /** Returns the files that changed, also those that only lost lines. */
    public Set<String> paths() {
        return byPath.keySet();
    }

    /** Returns the changed lines of a file, in order. */
    public int[] lines(String path) {
        return byPath.getOrDefault(path, new int[0]).clone();
    }

    /** Returns how many lines changed in all files. */
    public long size() {
        return byPath.values().stream().mapToLong(lines -> lines.length).sum();
    }
}
