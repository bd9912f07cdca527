package org.ecsdelivery.dsl.check;

import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.xml.Attribute;
import org.ecsdelivery.dsl.xml.Element;
import org.ecsdelivery.dsl.xml.XmlCharacters;

/** Characters that no XML file can hold, however they are written. */
final class CharacterCheck implements Check {
    @Override
    public void look(Scene scene) {
        for (Entity entity : scene.tree().entities()) {
            Located.each(entity, (element, place) -> {
                for (Attribute each : element.attributes()) {
                    look(each.value(), entity, element, place, scene);
                }
                look(element.text(), entity, element, place, scene);
            });
        }
    }

    private static void look(String text, Entity entity, Element element, Element place, Scene scene) {
        XmlCharacters.firstForbidden(text)
                .ifPresent(code -> scene.error(
                        Rule.CHARACTER,
                        entity,
                        place,
                        String.format("%s has the character U+%04X, which XML cannot hold", what(element), code),
                        "Remove it."));
    }

    private static String what(Element element) {
        String name = element.attribute("name").orElse("");
        return XmlCharacters.firstForbidden(name).isPresent() || name.isEmpty()
                ? element.name()
                : element.name() + " " + name;
    }
}
