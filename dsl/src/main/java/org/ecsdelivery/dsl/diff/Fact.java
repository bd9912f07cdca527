package org.ecsdelivery.dsl.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing that settings say.
 *
 * @param title how it is called, the same on both sides
 * @param value what it is; empty for what only contains others
 * @param inside what belongs to it
 */
record Fact(String title, Value value, List<Fact> inside) {
    static Fact of(String title, Value value) {
        return new Fact(title, value, List.of());
    }

    static Fact of(String title, String value) {
        return of(title, Value.of(value));
    }

    /** Numbers what has the same title as another before it, so that each has its own. */
    static List<Fact> distinct(List<Fact> facts) {
        Map<String, Integer> seen = new HashMap<>();
        List<Fact> distinct = new ArrayList<>();
        for (Fact each : facts) {
            int number = seen.merge(each.title, 1, Integer::sum);
            distinct.add(number == 1 ? each : new Fact(each.title + " (" + number + ")", each.value, each.inside));
        }
        return List.copyOf(distinct);
    }
}
