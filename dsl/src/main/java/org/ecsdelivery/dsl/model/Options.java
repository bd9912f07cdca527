package org.ecsdelivery.dsl.model;

import java.util.Map;
import java.util.TreeMap;
import org.ecsdelivery.dsl.xml.Element;

/** The form of options: sorted by name, always attributes. */
public final class Options {
    private Options() {}

    /** Returns an option. */
    public static Element option(String name, String value) {
        return Element.of("option").with("name", name).with("value", value);
    }

    /** Returns a list of options in TeamCity's order. */
    public static Element element(Map<String, String> values) {
        return Element.of("options")
                .containing(new TreeMap<>(values)
                        .entrySet().stream()
                                .map(each -> option(each.getKey(), each.getValue()))
                                .toList());
    }

    /** Returns the options of something that has a list of them. */
    public static Map<String, String> of(Element owner) {
        Map<String, String> all = new TreeMap<>();
        owner.elements("options", "option")
                .forEach(each -> all.put(
                        each.attribute("name").orElse(""),
                        each.attribute("value").orElse("")));
        return all;
    }
}
