package org.ecsdelivery.dsl;

import java.util.ArrayList;
import java.util.List;
import org.ecsdelivery.dsl.model.SettingsOrder;
import org.ecsdelivery.dsl.xml.Element;

/** Puts elements that are given as they are among the others: those that TeamCity is known to write at their place, the rest at the end. */
final class RawElements {
    private RawElements() {}

    static List<Element> placed(List<Element> sections, List<Placed<Element>> raw) {
        List<Element> all = new ArrayList<>(sections);
        for (Placed<Element> each : raw) {
            Element element = each.value().from(each.origin());
            all.removeIf(section ->
                    section.name().equals(element.name()) && section.children().isEmpty());
            all.add(place(all, element), element);
        }
        return all;
    }

    private static int place(List<Element> all, Element element) {
        int wanted = SettingsOrder.place(element.name());
        int place = 0;
        while (place < all.size() && SettingsOrder.place(all.get(place).name()) <= wanted) {
            place++;
        }
        return place;
    }
}
