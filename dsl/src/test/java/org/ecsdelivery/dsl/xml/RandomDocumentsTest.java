package org.ecsdelivery.dsl.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes what nobody thought of and reads it again, beside the reader of the JDK. */
class RandomDocumentsTest {
    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areReadAsTheyWereWritten(long seed) {
        Element root = new RandomDocuments(seed).element(4);

        Document again = Document.read("a.xml", XmlWriter.document(root));

        assertThat(again.root()).isEqualTo(root);
        assertThat(again.isAsTeamCityWritesIt()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areReadAlikeByTheJdk(long seed) throws XMLStreamException {
        Element root = new RandomDocuments(seed).element(4);

        assertThat(eventsOfTheJdk(XmlWriter.document(root))).isEqualTo(events(root, new ArrayList<>()));
    }

    private static List<String> events(Element element, List<String> events) {
        events.add(element.name() + element.attributes());
        if (element.children().stream().noneMatch(each -> each instanceof Element || each instanceof Comment)) {
            events.add(element.text());
        }
        element.elements().forEach(each -> events(each, events));
        return events;
    }

    private static List<String> eventsOfTheJdk(byte[] bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        List<String> events = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean leaf = false;
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                List<Attribute> attributes = new ArrayList<>();
                for (int i = 0; i < in.getAttributeCount(); i++) {
                    attributes.add(new Attribute(in.getAttributeLocalName(i), in.getAttributeValue(i)));
                }
                events.add(in.getLocalName() + attributes);
                text.setLength(0);
                leaf = true;
            } else if (event == XMLStreamConstants.CHARACTERS) {
                text.append(in.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (leaf) {
                    events.add(text.toString());
                }
                leaf = false;
            } else if (event == XMLStreamConstants.COMMENT) {
                leaf = false;
            }
        }
        return events;
    }
}
