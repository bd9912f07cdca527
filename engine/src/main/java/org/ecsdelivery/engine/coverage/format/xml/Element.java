package org.ecsdelivery.engine.coverage.format.xml;

import javax.xml.stream.XMLStreamReader;
import org.ecsdelivery.engine.coverage.format.Numbers;

/** The element that just began. */
final class Element {
    private final XMLStreamReader reader;

    Element(XMLStreamReader reader) {
        this.reader = reader;
    }

    String name() {
        return reader.getLocalName();
    }

    /** Returns the attribute, empty when there is none. */
    String value(String attribute) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(attribute)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Returns how many attributes there are. */
    int attributes() {
        return reader.getAttributeCount();
    }

    /** Returns the name of the attribute at that place. */
    String attribute(int index) {
        return reader.getAttributeLocalName(index);
    }

    /** Returns the value of the attribute at that place. */
    String valueAt(int index) {
        return reader.getAttributeValue(index);
    }

    boolean has(String attribute) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(attribute)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the count in that attribute, {@link Numbers#NONE} when there is none. */
    long count(String attribute) {
        return Numbers.count(value(attribute));
    }

    /** Returns the count in that attribute, 0 when there is none. */
    int countOrNone(String attribute) {
        return (int) Math.min(Math.max(0, count(attribute)), Integer.MAX_VALUE);
    }

    /** Returns where in the report it is. */
    String place() {
        return "line " + reader.getLocation().getLineNumber() + ", column "
                + reader.getLocation().getColumnNumber();
    }
}
