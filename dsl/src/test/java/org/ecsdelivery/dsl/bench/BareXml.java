package org.ecsdelivery.dsl.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;

/** The JDK's own readers on the files of a directory: what reading takes that does nothing else. */
final class BareXml {
    private BareXml() {}

    /** Builds a tree of each file; returns the number of elements. */
    static int dom(Path directory) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        int elements = 0;
        for (Path each : files(directory)) {
            try (InputStream in = Files.newInputStream(each)) {
                elements += builder.parse(in).getElementsByTagName("*").getLength();
            }
        }
        return elements;
    }

    /** Only passes over each file; returns the number of elements. */
    static int stax(Path directory) throws Exception {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        int elements = 0;
        for (Path each : files(directory)) {
            try (InputStream in = Files.newInputStream(each)) {
                XMLStreamReader reader = factory.createXMLStreamReader(in);
                while (reader.hasNext()) {
                    elements += reader.next() == XMLStreamReader.START_ELEMENT ? 1 : 0;
                }
            }
        }
        return elements;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(each -> each.toString().endsWith(".xml")).sorted().toList();
        }
    }
}
