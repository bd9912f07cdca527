package org.ecsdelivery.dsl.diff;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.dsl.xml.Element;

/** The order of things where it means something; what only one side has is no change of it. */
final class Order {
    /** Begins the title of what is compared as an order. */
    static final String TITLE = "order of ";

    private static final Map<String, String> LISTS =
            Map.of("build-runners", "steps", "vcs-settings", "VCS roots", "vcs-entry-ref", "checkout rules");

    private Order() {}

    static Optional<Fact> of(Element list) {
        return Optional.ofNullable(LISTS.get(list.name()))
                .map(noun -> Fact.of(TITLE + noun, String.join(", ", members(list))));
    }

    private static List<String> members(Element list) {
        return list.attribute("order")
                .filter(order -> !order.isBlank())
                .map(Order::split)
                .orElseGet(() -> list.elements().stream().map(Order::id).toList());
    }

    private static String id(Element member) {
        return member.attribute("id")
                .or(() -> member.attribute("root-id"))
                .or(() -> member.attribute("rule"))
                .orElse("");
    }

    static List<String> split(String order) {
        return Arrays.stream(order.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** Tells whether what both sides have stands in another order. */
    static boolean differs(String before, String after) {
        List<String> one = split(before);
        List<String> other = split(after);
        return !one.stream()
                .filter(other::contains)
                .toList()
                .equals(other.stream().filter(one::contains).toList());
    }
}
