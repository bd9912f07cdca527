package org.ecsdelivery.engine.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ecsdelivery.engine.report.TextTable;

/** Shows a change set in a build log. */
final class ChangeTable {
    private ChangeTable() {}

    /** Returns the table, its head first. */
    static List<String> of(List<StackChange> changes) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("change", "resource", "type", "properties"));
        changes.forEach(each -> rows.add(List.of(
                each.verb() + (each.losesData() ? " (data)" : ""),
                each.resource(),
                each.type(),
                String.join(", ", each.properties()))));
        return TextTable.of(rows);
    }

    /** Returns the changes counted, as in {@code 3 to create, 1 to replace}. */
    static String summary(List<StackChange> changes) {
        Map<String, Long> counts =
                changes.stream().collect(Collectors.groupingBy(StackChange::verb, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(each -> each.getValue() + " to " + each.getKey())
                .collect(Collectors.joining(", "));
    }
}
