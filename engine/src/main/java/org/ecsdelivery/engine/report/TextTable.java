package org.ecsdelivery.engine.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lays rows out in columns, for a build log. */
public final class TextTable {
    private TextTable() {}

    /** Returns a line for each row; all rows have as many cells as the first. */
    public static List<String> of(List<List<String>> rows) {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> row.get(column)
                        + " ".repeat(widths[column] - row.get(column).length()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
