package org.ecsdelivery.dsl.diff;

import java.util.List;

/**
 * One thing that is there on one side only, or says something else.
 *
 * @param sign {@code +}, {@code -} or {@code ~}
 * @param title what it is
 * @param before what it was
 * @param after what it is now
 * @param inside what changed in it, or belongs to it when it is new
 */
record Change(char sign, String title, Value before, Value after, List<Change> inside) {
    static Change added(Fact fact) {
        List<Change> inside = fact.inside().stream()
                .filter(each -> !each.title().startsWith(Order.TITLE))
                .map(Change::added)
                .toList();
        return new Change('+', fact.title(), Value.none(), fact.value(), inside);
    }

    static Change removed(Fact fact) {
        return new Change('-', fact.title(), fact.value(), Value.none(), List.of());
    }
}
