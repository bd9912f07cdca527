package org.ecsdelivery.dsl.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds which lines of a text went and came. */
final class LineChanges {
    /** Comparing each line with each other takes too long and too much memory beyond this. */
    private static final long MOST = 4_000_000;

    private final String[] before;
    private final String[] after;
    /** How many lines the rests from here have in common. */
    private final int[][] common;

    private LineChanges(String before, String after) {
        this.before = before.split("\n", -1);
        this.after = after.split("\n", -1);
        this.common = new int[this.before.length + 1][this.after.length + 1];
        for (int i = this.before.length - 1; i >= 0; i--) {
            for (int j = this.after.length - 1; j >= 0; j--) {
                common[i][j] = this.before[i].equals(this.after[j])
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
    }

    /** Returns the lines with {@code -} or {@code +} before them; those that stayed are not among them. */
    static List<String> of(String before, String after) {
        if (before.lines().count() * after.lines().count() > MOST) {
            return Stream.concat(
                            before.lines().map(line -> "- " + Value.inOneLine(line)),
                            after.lines().map(line -> "+ " + Value.inOneLine(line)))
                    .toList();
        }
        return new LineChanges(before, after).changes();
    }

    private List<String> changes() {
        List<String> changes = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.length || j < after.length) {
            if (i < before.length && j < after.length && before[i].equals(after[j])) {
                i++;
                j++;
            } else if (j == after.length || (i < before.length && common[i + 1][j] >= common[i][j + 1])) {
                changes.add("- " + Value.inOneLine(before[i++]));
            } else {
                changes.add("+ " + Value.inOneLine(after[j++]));
            }
        }
        return changes;
    }
}
