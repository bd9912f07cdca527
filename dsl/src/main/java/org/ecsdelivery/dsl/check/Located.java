package org.ecsdelivery.dsl.check;

import java.util.function.BiConsumer;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.xml.Element;
import org.ecsdelivery.dsl.xml.Origin;

/** Walks through all elements of an entity; what has no line of its own has that of the element around it. */
final class Located {
    private Located() {}

    static void each(Entity entity, BiConsumer<Element, Element> visitor) {
        walk(entity.root(), entity.root().origin(), visitor);
    }

    static void each(Element element, BiConsumer<Element, Element> visitor) {
        walk(element, element.origin(), visitor);
    }

    private static void walk(Element element, Origin around, BiConsumer<Element, Element> visitor) {
        Origin origin = element.origin().or(around);
        Element place = Element.of(element.name()).from(origin);
        visitor.accept(element, place);
        for (Element child : element.elements()) {
            walk(child, origin, visitor);
        }
    }
}
