package org.ecsdelivery.engine.coverage.html;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The lines that a change added or altered, file by file. */
public final class ChangedLines {
    /** Nothing was changed. */
    public static final ChangedLines NONE = new ChangedLines(Map.of());

    private final Map<String, int[]> files;

    private ChangedLines(Map<String, int[]> files) {
        this.files = files;
    }

    /** Takes the numbers of the changed lines by path, in any order. */
    public static ChangedLines of(Map<String, int[]> files) {
        Map<String, int[]> sorted = new HashMap<>();
        files.forEach((path, lines) ->
                sorted.put(path, Arrays.stream(lines).sorted().distinct().toArray()));
        return new ChangedLines(sorted);
    }

    /** Returns the paths of the changed files, sorted. */
    public Set<String> paths() {
        return Collections.unmodifiableSet(new TreeSet<>(files.keySet()));
    }

    /** Returns the numbers of the changed lines of that file, sorted; none when it did not change. */
    public int[] of(String path) {
        int[] lines = files.get(path);
        return lines == null ? new int[0] : lines.clone();
    }
}
