package org.ecsdelivery.dsl.xml;

import java.nio.charset.StandardCharsets;

/** Writes XML the way TeamCity does, byte for byte: what it would write itself is no change when it reads the settings. */
public final class XmlWriter {
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final StringBuilder out = new StringBuilder();

    private XmlWriter() {}

    /** Returns a whole file. */
    public static byte[] document(Element root) {
        return (DECLARATION + fragment(root) + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Returns an element as it stands in a file, without what surrounds it. */
    public static String fragment(Element element) {
        XmlWriter writer = new XmlWriter();
        writer.element(element, 0);
        return writer.out.toString();
    }

    private void element(Element element, int depth) {
        out.append('<').append(element.name());
        for (Attribute attribute : element.attributes()) {
            out.append(' ').append(attribute.name()).append("=\"");
            Escapes.attribute(attribute.value(), out);
            out.append('"');
        }
        if (element.children().isEmpty()) {
            out.append(" />");
            return;
        }
        out.append('>');
        boolean inOneLine = isInOneLine(element);
        for (Node child : element.children()) {
            if (!inOneLine) {
                newLine(depth + 1);
            }
            node(child, depth + 1);
        }
        if (!inOneLine) {
            newLine(depth);
        }
        out.append("</").append(element.name()).append('>');
    }

    /** White space next to characters would become part of them. */
    private static boolean isInOneLine(Element element) {
        for (Node child : element.children()) {
            if (child instanceof Text || child instanceof Cdata) {
                return true;
            }
        }
        return false;
    }

    private void node(Node node, int depth) {
        if (node instanceof Element element) {
            element(element, depth);
        } else if (node instanceof Text text) {
            Escapes.text(text.value(), out);
        } else if (node instanceof Cdata cdata) {
            out.append("<![CDATA[").append(cdata.value()).append("]]>");
        } else if (node instanceof Comment comment) {
            out.append("<!--").append(comment.value()).append("-->");
        }
    }

    private void newLine(int depth) {
        out.append('\n');
        for (int i = 0; i < depth; i++) {
            out.append("  ");
        }
    }
}
