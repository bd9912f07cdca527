package org.ecsdelivery.sandbox.aws.front;

import java.util.List;

/** Writes the small XML documents of the Query protocol. */
public final class Xml {
    private Xml() {}

    /** Writes an element around XML that is already written. */
    public static String element(String name, String inner) {
        return "<" + name + ">" + inner + "</" + name + ">";
    }

    /** Writes an element around a text, escaped. */
    public static String text(String name, String value) {
        return element(name, escaped(value));
    }

    /** Writes a Query list: every item, already written, inside {@code <member>}. */
    public static String members(String name, List<String> items) {
        StringBuilder inner = new StringBuilder();
        items.forEach(item -> inner.append(element("member", item)));
        return element(name, inner.toString());
    }

    /** Escapes a text for XML content and attribute values. */
    public static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
