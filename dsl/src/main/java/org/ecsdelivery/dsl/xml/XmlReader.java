package org.ecsdelivery.dsl.xml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads XML into elements, with the line of each. It keeps the order of attributes, comments, and what was written as CDATA, and drops the
 * white space that only indents. A document type is refused: settings have none, and what it can do is nothing that settings should.
 */
final class XmlReader {
    /** Settings are eight deep; one more call for each level must not exhaust the stack. */
    private static final int DEEPEST = 200;

    private final Cursor in;
    private int depth;

    private XmlReader(Cursor in) {
        this.in = in;
    }

    static Element read(String name, byte[] bytes) {
        XmlReader reader = new XmlReader(new Cursor(name, decoded(name, bytes)));
        return reader.document();
    }

    private static String decoded(String name, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
            refuseForbidden(name, marked);
            return marked.replace("\r\n", "\n").replace('\r', '\n');
        } catch (CharacterCodingException cause) {
            throw new XmlProblem(Origin.line(name, 1), "the file is not in UTF-8. Save it in UTF-8, as TeamCity does.");
        }
    }

    private static void refuseForbidden(String name, String text) {
        XmlCharacters.firstForbidden(text).ifPresent(code -> {
            long line = 1
                    + text.substring(0, text.indexOf(code))
                            .chars()
                            .filter(each -> each == '\n')
                            .count();
            throw new XmlProblem(
                    Origin.line(name, (int) line),
                    String.format("character U+%04X cannot stand in XML. Remove it.", code));
        });
    }

    private Element document() {
        if (in.takes("<?xml")) {
            in.upTo("?>", "the XML declaration");
        }
        between();
        if (!in.sees("<") || in.sees("<!")) {
            throw in.problem("an element is expected here, but there is " + in.excerpt()
                    + ". Settings of TeamCity are XML without a document type.");
        }
        Element root = element();
        between();
        if (!in.atEnd()) {
            throw in.problem("after the end of " + root.name() + " there is still " + in.excerpt()
                    + ". A file has one outermost element.");
        }
        return root;
    }

    /** Skips what may stand before and after the outermost element; a file with more than white space there is written back as it was. */
    private void between() {
        in.skipWhiteSpace();
        while (true) {
            if (in.takes("<!--")) {
                in.upTo("-->", "a comment");
            } else if (in.takes("<?")) {
                in.upTo("?>", "a processing instruction");
            } else {
                return;
            }
            in.skipWhiteSpace();
        }
    }

    private Element element() {
        Origin origin = in.origin();
        in.expect("<");
        String name = in.name();
        List<Attribute> attributes = attributes(name);
        Element element = Element.of(name).withAttributes(attributes).from(origin);
        if (in.takes("/>")) {
            return element;
        }
        in.expect(">");
        if (++depth > DEEPEST) {
            throw in.problem("elements are nested more than " + DEEPEST + " deep. Settings are not.");
        }
        Element whole = element.containing(content(name));
        depth--;
        return whole;
    }

    private List<Attribute> attributes(String element) {
        List<Attribute> attributes = new ArrayList<>();
        while (in.skipWhiteSpace() && !in.sees("/") && !in.sees(">")) {
            String name = in.name();
            in.skipWhiteSpace();
            in.expect("=");
            in.skipWhiteSpace();
            Attribute attribute = new Attribute(name, attributeValue());
            if (isAmong(attributes, name)) {
                throw in.problem("attribute " + name + " of " + element + " is given twice. Keep one of them.");
            }
            attributes.add(attribute);
        }
        return attributes;
    }

    private static boolean isAmong(List<Attribute> attributes, String name) {
        for (Attribute each : attributes) {
            if (each.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private String attributeValue() {
        String quote = in.sees("'") ? "'" : "\"";
        in.expect(quote);
        String raw = in.upTo(quote, "an attribute");
        if (raw.contains("<")) {
            throw in.problem("an attribute holds a bare '<'. Write &lt; for it.");
        }
        return in.unescaped(raw.replace('\n', ' ').replace('\t', ' '));
    }

    private List<Node> content(String name) {
        List<Node> content = new ArrayList<>();
        while (!in.takes("</")) {
            content.add(node(name));
        }
        String end = in.name();
        in.skipWhiteSpace();
        in.expect(">");
        if (!end.equals(name)) {
            throw in.problem(
                    name + " is closed as " + end + ". Every element must be closed inside the one that holds it.");
        }
        return WhiteSpace.withoutIndentation(content);
    }

    private Node node(String parent) {
        if (in.takes("<![CDATA[")) {
            return new Cdata(in.upTo("]]>", "a CDATA section"));
        }
        if (in.takes("<!--")) {
            return new Comment(in.upTo("-->", "a comment"));
        }
        if (in.sees("<?")) {
            throw in.problem("a processing instruction stands inside " + parent + ". TeamCity writes none: remove it.");
        }
        return in.sees("<") ? element() : new Text(in.unescaped(in.textUpTo('<', parent)));
    }
}
