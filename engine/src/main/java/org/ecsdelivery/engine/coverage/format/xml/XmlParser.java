package org.ecsdelivery.engine.coverage.format.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.function.BiFunction;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ecsdelivery.engine.coverage.CoverageSink;
import org.ecsdelivery.engine.coverage.LimitExceeded;
import org.ecsdelivery.engine.coverage.Limits;
import org.ecsdelivery.engine.coverage.UnreadableReport;
import org.ecsdelivery.engine.coverage.format.ReportParser;
import org.ecsdelivery.engine.coverage.format.TokenGuard;

/** Reads a report in XML; what its elements mean is told apart by {@link Elements}. */
final class XmlParser implements ReportParser {
    private final Limits limits;
    private final BiFunction<XmlTarget, Limits, Elements> meaning;

    XmlParser(Limits limits, BiFunction<XmlTarget, Limits, Elements> meaning) {
        this.limits = limits;
        this.meaning = meaning;
    }

    @Override
    public void parse(String report, InputStream in, CoverageSink sink) throws IOException {
        TokenGuard guard = new TokenGuard(in);
        XmlTarget target = new XmlTarget(report, sink);
        XMLStreamReader reader = reader(report, XmlText.of(guard));
        try {
            Elements elements = meaning.apply(target, limits);
            read(reader, guard, elements);
            elements.finish();
            target.finish();
        } catch (LimitExceeded e) {
            throw new UnreadableReport(report, place(reader), e.fact(), e.remedy(), e);
        } catch (XMLStreamException e) {
            throw broken(report, place(reader), e);
        }
    }

    private void read(XMLStreamReader reader, TokenGuard guard, Elements elements) throws XMLStreamException {
        Element element = new Element(reader);
        StringBuilder text = new StringBuilder();
        boolean wanted = false;
        int depth = 0;
        while (hasNext(reader)) {
            guard.step();
            switch (next(reader)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    check(++depth);
                    elements.start(element);
                    wanted = elements.wantsText(reader.getLocalName());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (wanted) {
                        elements.text(text.toString().trim());
                        text.setLength(0);
                        wanted = false;
                    }
                    elements.end(reader.getLocalName());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> add(wanted, reader, text);
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("it uses an entity of its own");
                default -> {
                    // remarks and the like
                }
            }
        }
    }

    private void add(boolean wanted, XMLStreamReader reader, StringBuilder text) {
        if (wanted && text.length() <= limits.nameBytes()) {
            text.append(reader.getText());
        }
    }

    private void check(int depth) {
        if (depth > limits.depth()) {
            throw new LimitExceeded(
                    "elements lie more than " + limits.depth() + " deep in each other",
                    "The report is broken, or of another format.");
        }
    }

    /** The reader of the JDK answers some broken documents with exceptions of its own inner parts. */
    private static int next(XMLStreamReader reader) throws XMLStreamException {
        try {
            return reader.next();
        } catch (LimitExceeded e) {
            throw e;
        } catch (RuntimeException e) {
            throw new XMLStreamException("it is no well-formed XML (" + e + ")", e);
        }
    }

    private static boolean hasNext(XMLStreamReader reader) throws XMLStreamException {
        return reader.hasNext();
    }

    private static XMLStreamReader reader(String report, Reader in) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        try {
            return factory.createXMLStreamReader(in);
        } catch (LimitExceeded e) {
            throw e;
        } catch (XMLStreamException | RuntimeException e) {
            throw broken(report, "its beginning", e);
        }
    }

    private static String place(XMLStreamReader reader) {
        return "line " + reader.getLocation().getLineNumber() + ", column "
                + reader.getLocation().getColumnNumber();
    }

    private static UnreadableReport broken(String report, String where, Exception cause) {
        String reported = String.valueOf(cause.getMessage()).replaceAll("(?s)^ParseError.*?Message: ", "");
        return new UnreadableReport(
                report,
                where,
                reported.replaceAll("\\s+", " "),
                "Look whether the tool that writes it ran to its end, and whether two write to the same file.",
                cause);
    }
}
