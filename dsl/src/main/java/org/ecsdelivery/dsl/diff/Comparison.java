package org.ecsdelivery.dsl.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what differs between two lists of facts. */
final class Comparison {
    private Comparison() {}

    static List<Change> of(List<Fact> before, List<Fact> after) {
        Map<String, Fact> old = byTitle(before);
        Map<String, Fact> now = byTitle(after);
        List<Change> changes = new ArrayList<>();
        for (Fact fact : now.values()) {
            Fact other = old.get(fact.title());
            if (other != null) {
                compare(other, fact, changes);
            } else if (isSaid(fact)) {
                changes.add(Change.added(fact));
            }
        }
        old.values().stream()
                .filter(fact -> !now.containsKey(fact.title()) && isSaid(fact))
                .forEach(fact -> changes.add(Change.removed(fact)));
        return changes;
    }

    private static Map<String, Fact> byTitle(List<Fact> facts) {
        Map<String, Fact> all = new LinkedHashMap<>();
        facts.forEach(each -> all.putIfAbsent(each.title(), each));
        return all;
    }

    /** A uuid that only the server knows is no difference, nor is an order beside nothing. */
    private static boolean isSaid(Fact fact) {
        return !fact.title().equals("uuid") && !fact.title().startsWith(Order.TITLE);
    }

    private static void compare(Fact before, Fact after, List<Change> changes) {
        List<Change> inside = of(before.inside(), after.inside());
        if (!inside.isEmpty() || differs(before, after)) {
            Value old = before.value().beside(after.value());
            Value now = after.value().beside(before.value());
            changes.add(new Change('~', after.title(), old, now, inside));
        }
    }

    private static boolean differs(Fact before, Fact after) {
        if (after.title().startsWith(Order.TITLE)) {
            return Order.differs(before.value().text(), after.value().text());
        }
        return !before.value().text().equals(after.value().text());
    }
}
