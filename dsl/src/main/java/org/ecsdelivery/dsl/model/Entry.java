package org.ecsdelivery.dsl.model;

import java.util.Map;
import org.ecsdelivery.dsl.xml.Element;
import org.ecsdelivery.dsl.xml.Origin;

/**
 * One entry of a list: a step, a trigger, a feature, a requirement, an artifact dependency.
 *
 * @param owner what it belongs to
 * @param element how it is written
 */
public record Entry(Entity owner, Element element) {
    /** Returns the id by which others name it; empty when it has none. */
    public String id() {
        return element.attribute("id").orElse("");
    }

    /** Returns the id of its type; empty for what has none, such as a requirement. */
    public String type() {
        return element.attribute("type").orElse("");
    }

    /** Returns its parameters. */
    public Map<String, String> parameters() {
        return Params.of(element);
    }

    /** Returns where it comes from. */
    public Origin origin() {
        return element.origin().or(owner.origin());
    }

    /** Returns how messages call it: its id, with its name where it has one. */
    public String title() {
        String name = element.attribute("name").orElse("");
        String noun = element.name().equals("runner") ? "step" : element.name();
        return noun + " " + id() + (name.isEmpty() || !noun.equals("step") ? "" : " (" + name + ")");
    }
}
