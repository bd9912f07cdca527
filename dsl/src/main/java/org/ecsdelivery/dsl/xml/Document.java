package org.ecsdelivery.dsl.xml;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An XML file: what it says, and its bytes where they are not those that TeamCity would write for it. */
public final class Document {
    private final Element root;
    private final Optional<byte[]> ownForm;

    private Document(Element root, Optional<byte[]> ownForm) {
        this.root = root;
        this.ownForm = ownForm;
    }

    /** Returns a file that says this. */
    public static Document of(Element root) {
        return new Document(root, Optional.empty());
    }

    /**
     * Reads a file; it is written back as it was, whoever wrote it.
     *
     * @param name how messages call the file
     * @throws XmlProblem when it is no XML, or has a document type
     */
    public static Document read(String name, byte[] bytes) {
        Element root = XmlReader.read(name, bytes);
        boolean asTeamCityWritesIt = Arrays.equals(bytes, XmlWriter.document(root));
        return new Document(root, asTeamCityWritesIt ? Optional.empty() : Optional.of(bytes.clone()));
    }

    /** Returns the outermost element. */
    public Element root() {
        return root;
    }

    /** Tells whether these are the bytes that TeamCity would write; what people change by hand often is not. */
    public boolean isAsTeamCityWritesIt() {
        return ownForm.isEmpty();
    }

    /** Returns this file saying something else, in TeamCity's form; the same file when nothing is changed. */
    public Document changed(UnaryOperator<Element> change) {
        Element changed = change.apply(root);
        return changed.equals(root) ? this : of(changed);
    }

    /** Returns the bytes of the file. */
    public byte[] bytes() {
        return ownForm.map(byte[]::clone).orElseGet(() -> XmlWriter.document(root));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Document that && Arrays.equals(bytes(), that.bytes());
    }

    @Override
    public int hashCode() {
        return root.hashCode();
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
