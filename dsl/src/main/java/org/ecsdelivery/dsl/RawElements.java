package org.ecsdelivery.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.ecsdelivery.dsl.model.SettingsOrder;
import org.ecsdelivery.dsl.xml.Element;

/** Puts elements that are given as they are among the others: those that TeamCity is known to write at their place, the rest at the end. */
enum RawElements {
    CONFIGURATION(SettingsOrder::place),
    PROJECT(SettingsOrder::placeInProject);

    private final ToIntFunction<String> order;

    RawElements(ToIntFunction<String> order) {
        this.order = order;
    }

    List<Element> placed(List<Element> sections, List<Placed<Element>> raw) {
        List<Element> all = new ArrayList<>(sections);
        for (Placed<Element> each : raw) {
            Element element = each.value().from(each.origin());
            all.removeIf(section ->
                    section.name().equals(element.name()) && section.children().isEmpty());
            all.add(place(all, element), element);
        }
        return all;
    }

    private int place(List<Element> all, Element element) {
        int wanted = order.applyAsInt(element.name());
        int place = 0;
        while (place < all.size() && order.applyAsInt(all.get(place).name()) <= wanted) {
            place++;
        }
        return place;
    }
}
