package org.ecsdelivery.dsl.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.XMLConstants;
import org.ecsdelivery.dsl.xml.Attribute;
import org.ecsdelivery.dsl.xml.Element;

/** The attributes of outermost elements, in TeamCity's order. */
public final class RootAttributes {
    /** Names the schema of a file. */
    public static final String SCHEMA = "xsi:noNamespaceSchemaLocation";

    private static final String NAMESPACE = "xmlns:xsi";
    private static final List<String> ORDER = List.of(
            NAMESPACE, "parent-id", "archived", "uuid", "paused", "type", "modification-check-interval", SCHEMA);

    private RootAttributes() {}

    /** Returns an outermost element of a schema. */
    public static Element root(Kind kind, SchemaProfile profile) {
        return Element.of(kind.element())
                .with(NAMESPACE, XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)
                .with(SCHEMA, profile.url());
    }

    /** Returns the element with one more attribute at its place. */
    public static Element with(Element root, String name, String value) {
        List<Attribute> attributes = new ArrayList<>(root.with(name, value).attributes());
        attributes.sort(Comparator.comparingInt(RootAttributes::place));
        return root.withAttributes(attributes);
    }

    private static int place(Attribute attribute) {
        int place = ORDER.indexOf(attribute.name());
        return place < 0 ? ORDER.size() - 1 : place == ORDER.size() - 1 ? ORDER.size() : place;
    }
}
