package org.ecsdelivery.dist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** A {@code teamcity-plugin.xml}. */
record Descriptor(Document xml) {

    static Descriptor parse(byte[] xml) {
        try {
            return new Descriptor(DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml)));
        } catch (SAXException | IOException | ParserConfigurationException cause) {
            throw new AssertionError("The descriptor is not XML", cause);
        }
    }

    /** Returns the text at a path; empty when there is nothing. */
    String text(String path) {
        try {
            return XPathFactory.newDefaultInstance()
                    .newXPath()
                    .evaluate(path, xml)
                    .strip();
        } catch (XPathExpressionException cause) {
            throw new IllegalArgumentException(path + " is not a path", cause);
        }
    }

    /** Holds the descriptor against one of the schemas beside this class. */
    void validate(String schema) throws SAXException, IOException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Descriptor.class.getResource(schema))
                .newValidator()
                .validate(new DOMSource(xml));
    }
}
