package org.ecsdelivery.dsl.xml;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An XML file: what it says, and its bytes where they are not those that TeamCity would write for it. */
public final class Document {
    private final Element root;
    private final boolean read;

    /** Written when somebody asks for them, and kept: whoever compares asks again and again, on several threads. */
    private volatile byte @Nullable [] bytes;

    private Document(Element root, boolean read, byte @Nullable [] bytes) {
        this.root = root;
        this.read = read;
        this.bytes = bytes;
    }

    /** Returns a file that says this. */
    public static Document of(Element root) {
        return new Document(root, false, null);
    }

    /**
     * Reads a file; it is written back as it was, whoever wrote it.
     *
     * @param name how messages call the file
     * @throws XmlProblem when it is no XML, or has a document type
     */
    public static Document read(String name, byte[] bytes) {
        return new Document(XmlReader.read(name, bytes), true, bytes.clone());
    }

    /** Returns the outermost element. */
    public Element root() {
        return root;
    }

    /** Tells whether these are the bytes that TeamCity would write; what people change by hand often is not. */
    public boolean isAsTeamCityWritesIt() {
        return !read || Arrays.equals(written(), XmlWriter.document(root));
    }

    /** Returns this file saying something else, in TeamCity's form; the same file when nothing is changed. */
    public Document changed(UnaryOperator<Element> change) {
        Element changed = change.apply(root);
        return changed.equals(root) ? this : of(changed);
    }

    /** Returns the bytes of the file. */
    public byte[] bytes() {
        return written().clone();
    }

    /** Tells whether the bytes of two files are the same. */
    public boolean isWrittenAs(Document other) {
        return this == other || Arrays.equals(written(), other.written());
    }

    /** Tells whether these are the bytes of this file. */
    public boolean isWrittenAs(byte[] other) {
        return Arrays.equals(written(), other);
    }

    private byte[] written() {
        byte[] known = bytes;
        if (known == null) {
            known = XmlWriter.document(root);
            bytes = known;
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Document that && isWrittenAs(that);
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
