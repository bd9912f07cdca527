package org.ecsdelivery.dsl.check;

import java.util.stream.Stream;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.xml.Attribute;
import org.ecsdelivery.dsl.xml.Element;
import org.ecsdelivery.dsl.xml.XmlCharacters;

/** Characters that no XML file can hold, however they are written. */
final class CharacterCheck implements Check {
    @Override
    public void look(Scene scene) {
        for (Entity entity : scene.tree().entities()) {
            Located.each(
                    entity,
                    (element, place) -> texts(element)
                            .flatMapToInt(text -> XmlCharacters.firstForbidden(text).stream())
                            .forEach(code -> scene.error(
                                    Rule.CHARACTER,
                                    entity,
                                    place,
                                    String.format(
                                            "%s has the character U+%04X, which XML cannot hold", what(element), code),
                                    "Remove it.")));
        }
    }

    private static Stream<String> texts(Element element) {
        return Stream.concat(element.attributes().stream().map(Attribute::value), Stream.of(element.text()));
    }

    private static String what(Element element) {
        String name = element.attribute("name").orElse("");
        return XmlCharacters.firstForbidden(name).isPresent() || name.isEmpty()
                ? element.name()
                : element.name() + " " + name;
    }
}
