package org.ecsdelivery.engine.coverage.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What the JDK's reader of XML alone takes: a pass that looks at the names and attributes of all lines and keeps nothing. */
public final class BareXml {
    private BareXml() {}

    /** Reads the file named. */
    public static void main(String[] arguments) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        long lines = 0;
        long letters = 0;
        try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("line")) {
                    lines++;
                    letters += attributes(reader);
                }
            }
        }
        System.out.println(lines + " lines, " + letters + " letters in their attributes");
    }

    private static long attributes(XMLStreamReader reader) {
        long letters = 0;
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            letters += reader.getAttributeLocalName(i).length();
            letters += reader.getAttributeValue(i).length();
        }
        return letters;
    }
}
