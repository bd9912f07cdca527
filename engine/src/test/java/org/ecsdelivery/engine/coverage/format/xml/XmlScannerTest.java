package org.ecsdelivery.engine.coverage.format.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ecsdelivery.engine.coverage.LimitExceeded;
import org.ecsdelivery.engine.coverage.read.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlScannerTest {
    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "/",
            "&",
            "\"",
            "'",
            "=",
            "!",
            "?",
            "-",
            "--",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "&amp;",
            "&#65;",
            "&x;",
            "<?x ?>",
            " ",
            "\n",
            "\r\n",
            "\t",
            "a",
            "1",
            "<b c='d'/>",
            "</",
            "\u0001",
            "\0",
            "é",
            "<!DOCTYPE a [<!ENTITY x 'y'>]>");

    /** What a reader makes of a document, in a form that both can be brought to. */
    private static List<String> ours(Reader document) throws IOException {
        XmlScanner scanner = new XmlScanner(document);
        List<String> seen = new ArrayList<>();
        scanner.wantText(Integer.MAX_VALUE);
        XmlScanner.Event event = scanner.next();
        while (event != XmlScanner.Event.DONE) {
            boolean outermost = event == XmlScanner.Event.START && scanner.depth() == 1;
            String text = scanner.text().replace("\r\n", "\n").replace('\r', '\n');
            seen.add(outermost ? "" : text);
            if (event == XmlScanner.Event.START) {
                Element element = scanner.element();
                TreeMap<String, String> attributes = new TreeMap<>();
                for (int i = 0; i < element.attributes(); i++) {
                    attributes.put(element.attribute(i), element.valueAt(i));
                }
                seen.add(element.name() + attributes);
            } else {
                seen.add("/" + scanner.ended());
            }
            scanner.wantText(Integer.MAX_VALUE);
            event = scanner.next();
        }
        return seen;
    }

    private static List<String> ofTheJdk(String document) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(document));
        List<String> seen = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    TreeMap<String, String> attributes = new TreeMap<>();
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        String prefix = reader.getAttributePrefix(i);
                        String name = reader.getAttributeLocalName(i);
                        attributes.put(
                                prefix == null || prefix.isEmpty() ? name : prefix + ":" + name,
                                reader.getAttributeValue(i));
                    }
                    add(seen, text, reader.getLocalName() + attributes);
                }
                case XMLStreamConstants.END_ELEMENT -> add(seen, text, "/" + reader.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("unknown entity");
                default -> {
                    // remarks and the like
                }
            }
        }
        return seen;
    }

    private static void add(List<String> seen, StringBuilder text, String event) {
        seen.add(text.toString());
        seen.add(event);
        text.setLength(0);
    }

    private static Optional<List<String>> acceptedByTheJdk(String document) {
        try {
            return Optional.of(ofTheJdk(document));
        } catch (XMLStreamException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String broken(String document, Random random) {
        StringBuilder broken = new StringBuilder(document);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(broken.length());
            int to = Math.min(broken.length(), at + random.nextInt(4));
            broken.replace(at, to, random.nextInt(4) == 0 ? "" : PIECES.get(random.nextInt(PIECES.size())));
        }
        return broken.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "coveragepy.xml",
                "java-cobertura.xml",
                "jacoco.xml",
                "jacoco-without-lines.xml",
                "istanbul-clover.xml",
                "phpunit-clover.xml",
                "opencover.xml"
            })
    void readsWhatTheReaderOfTheJdkReadsHoweverTheReportIsBroken(String fixture) throws IOException {
        String report = new String(Reading.fixture(HostileXmlTest.class, fixture), StandardCharsets.UTF_8)
                .replaceFirst("^\ufeff", "");
        assertThat(acceptedByTheJdk(report)).contains(ours(new StringReader(report)));
        Random random = new Random(fixture.hashCode());
        for (int i = 0; i < 1500; i++) {
            String document = broken(report.substring(0, Math.min(report.length(), 1200)) + closing(report), random);
            compare(document);
        }
    }

    @Test
    void readsWhatTheReaderOfTheJdkReadsOfSmallDocuments() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            compare(broken("<?xml version='1.0'?><a b='c' d=\"e\"><f/>g<h i=''>&lt;</h ></a>", random));
        }
    }

    /** The end of the report's outer element: a document that was cut has few others open. */
    private static String closing(String report) {
        return report.substring(Math.max(0, report.lastIndexOf("</")));
    }

    private static void compare(String document) throws IOException {
        Optional<List<String>> expected = acceptedByTheJdk(document);
        try {
            List<String> seen = ours(new StringReader(document));
            expected.ifPresent(events -> assertThat(seen).as(document).isEqualTo(events));
        } catch (BrokenXml | LimitExceeded e) {
            assertThat(expected).as(document + "\n" + e).isEmpty();
        }
    }

    @Test
    void readsADocumentThatComesLetterByLetterAndIsLongerThanWhatIsKept() throws IOException {
        StringBuilder document = new StringBuilder("<a>");
        for (int i = 0; i < 4000; i++) {
            document.append("<line number=\"")
                    .append(i)
                    .append("\" hits='")
                    .append(i % 7)
                    .append("'/>\n<!-- - -->&amp;");
            document.append("<![CDATA[<]]>")
                    .append("x".repeat(i % 50))
                    .append("<b c='")
                    .append("y".repeat(i % 99))
                    .append("'></b >");
        }
        String text = document.append("</a>").toString();
        Reader slow = new StringReader(text) {
            @Override
            public int read(char[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(3, length));
            }
        };
        assertThat(acceptedByTheJdk(text)).contains(ours(slow));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "<",
                "<a",
                "<a b",
                "<a b=",
                "<a b='",
                "<a b='c",
                "<a/",
                "<a>",
                "<a></",
                "<a></a",
                "<a></b>",
                "<a></ab>",
                "</a>",
                "<a/><b/>",
                "<a/>b",
                "b<a/>",
                "<a b/>",
                "<a b=c/>",
                "<a b='<'/>",
                "<a b='c' b='d'/>",
                "<a b='c'd='e'/>",
                "<a>&b;</a>",
                "<a>&lt</a>",
                "<a>&#0;</a>",
                "<a>&#xd800;</a>",
                "<a>&#x110000;</a>",
                "<a>\u0002</a>",
                "<a b='\u0002'/>",
                "<a><![CDATA[</a>",
                "<![CDATA[]]><a/>",
                "<a><!-- </a>",
                "<a><? </a>",
                "<a><!DOCTYPE a></a>",
                "<!DOCTYPE a [<a/>",
                "<1/>",
                "< a/>",
                "<a><></></a>",
                "&amp;<a/>",
                "<a/>&amp;",
                "<a>\0</a>",
                "\0<a/>"
            })
    void refusesWhatIsNoDocument(String document) {
        assertThatThrownBy(() -> ours(new StringReader(document))).isInstanceOf(BrokenXml.class);
        assertThat(acceptedByTheJdk(document)).isEmpty();
    }

    @Test
    void saysWhereItIs() throws IOException {
        XmlScanner scanner = new XmlScanner(new StringReader("<a>\n\n  <b c='\n'>"));
        scanner.next();
        assertThat(scanner.place()).isEqualTo("line 1, column 4");
        scanner.next();
        assertThat(scanner.place()).isEqualTo("line 4, column 3");
    }

    @Test
    void refusesAnElementOfTooManyAttributes() {
        StringBuilder document = new StringBuilder("<a");
        for (int i = 0; i < 600; i++) {
            document.append(" b").append(i).append("=''");
        }
        assertThatThrownBy(() -> ours(new StringReader(document + "/>")))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("more than 500 attributes");
    }
}
