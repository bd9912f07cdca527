package org.ecsdelivery.engine.coverage.format.xml;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a document of XML part by part. It is a tenth of what the reader of the JDK is, as reports need no more: a document
 * type is skipped and its entities stay unknown, nothing is fetched, names have no name spaces.
 */
final class XmlScanner {
    /** What comes next. */
    enum Event {
        /** An element begins. */
        START,
        /** An element ended. */
        END,
        /** The document ended. */
        DONE
    }

    private final XmlLetters document;
    private final Element element;
    private final List<String> open = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int wanted;
    private boolean begun;
    private boolean empty;
    private String ended = "";

    XmlScanner(Reader in) {
        this.document = new XmlLetters(in);
        this.element = new Element(document);
    }

    /** Returns the element that began last. */
    Element element() {
        return element;
    }

    /** Returns the name of the element that ended last. */
    String ended() {
        return ended;
    }

    /** Returns how deep elements lie in each other here. */
    int depth() {
        return open.size();
    }

    /** Gathers the text from here on, up to so many letters and a part. */
    void wantText(int most) {
        wanted = most;
        text.setLength(0);
    }

    /** Returns the text since it was wanted. */
    String text() {
        return text.toString();
    }

    String place() {
        return document.place();
    }

    /** Goes on to what comes next. */
    Event next() throws IOException {
        if (empty) {
            empty = false;
            return end();
        }
        while (skipText()) {
            char[] letters = document.at();
            int after = document.next() + 1;
            if (after == document.limit() && document.more()) {
                letters = document.at();
                after = 1;
            }
            switch (letters[after]) {
                case '/' -> {
                    endTag();
                    return end();
                }
                case '!' -> declaration();
                case '?' -> skipTo("?>", 2);
                default -> {
                    startTag();
                    return Event.START;
                }
            }
        }
        if (!open.isEmpty()) {
            throw early(open.get(open.size() - 1));
        }
        if (!begun) {
            throw new BrokenXml("no element is in it");
        }
        return Event.DONE;
    }

    private static BrokenXml early(String where) {
        return new BrokenXml("it ends within " + where);
    }

    private Event end() {
        ended = open.remove(open.size() - 1);
        return Event.END;
    }

    private void startTag() throws IOException {
        if (open.isEmpty() && begun) {
            throw new BrokenXml("an element comes after the end of the first one");
        }
        begun = true;
        int after = element.read(document.next() + 1);
        while (after < 0) {
            if (!document.more()) {
                throw early("a tag");
            }
            after = element.read(document.next() + 1);
        }
        if (element.name().isEmpty()) {
            throw new BrokenXml("< is not followed by a name");
        }
        document.next(after);
        open.add(element.name());
        empty = element.isEmpty();
    }

    private void endTag() throws IOException {
        String name = open.isEmpty() ? "" : open.get(open.size() - 1);
        boolean fits = document.has(name.length() + 2) && XmlNames.isAt(name, document.at(), document.next() + 2);
        if (!fits || name.isEmpty()) {
            throw new BrokenXml(name.isEmpty() ? "an element ends that never began" : name + " is not closed");
        }
        int after = XmlNames.afterSpace(document.at(), document.next() + name.length() + 2);
        while (after == document.limit()) {
            if (!document.more()) {
                throw early("a tag");
            }
            after = XmlNames.afterSpace(document.at(), document.next() + name.length() + 2);
        }
        if (document.at()[after] != '>') {
            throw new BrokenXml(name + " is not closed");
        }
        document.next(after + 1);
    }

    private void declaration() throws IOException {
        if (document.startsWith("<!--")) {
            skipTo("-->", 4);
        } else if (document.startsWith("<![CDATA[") && !open.isEmpty()) {
            document.next(document.next() + 9);
            while (!document.startsWith("]]>")) {
                if (!document.has(3)) {
                    throw early("a text");
                }
                keep(document.next(), document.next() + 1);
                document.next(document.next() + 1);
            }
            document.next(document.next() + 3);
        } else if (document.startsWith("<!DOCTYPE") && !begun) {
            documentType();
        } else {
            throw new BrokenXml("<! is not followed by what may stand there");
        }
    }

    private void documentType() throws IOException {
        document.next(document.next() + 9);
        int brackets = 0;
        while (document.has(1)) {
            char letter = document.at()[document.next()];
            if (letter == '"' || letter == '\'') {
                skipTo(String.valueOf(letter), 1);
            } else if (document.startsWith("<!--")) {
                skipTo("-->", 4);
            } else if (document.startsWith("<?")) {
                skipTo("?>", 2);
            } else {
                document.next(document.next() + 1);
                brackets += letter == '[' ? 1 : letter == ']' ? -1 : 0;
                if (letter == '>' && brackets <= 0) {
                    return;
                }
            }
        }
        throw early("the document type");
    }

    private void skipTo(String end, int from) throws IOException {
        document.next(document.next() + from);
        char first = end.charAt(0);
        while (document.has(end.length())) {
            int place = document.next();
            char[] letters = document.at();
            while (letters[place] != first && place < document.limit()) {
                place++;
            }
            document.next(place);
            if (document.startsWith(end)) {
                document.next(document.next() + end.length());
                return;
            }
            document.next(Math.min(document.next() + 1, document.limit()));
        }
        throw early("a remark");
    }

    /** Goes to the next tag or the like; false when there is none. */
    private boolean skipText() throws IOException {
        char[] letters = document.at();
        int place = document.next();
        while (letters[place] != '<') {
            char letter = letters[place];
            if (letter == '&') {
                reference(place);
            } else if (letter >= ' ' || letter == '\n' || letter == '\t' || letter == '\r') {
                place++;
                continue;
            } else {
                keep(document.next(), place);
                document.next(place);
                if (place < document.limit()) {
                    throw new BrokenXml("a letter that XML does not allow");
                }
                if (!document.more()) {
                    return false;
                }
            }
            letters = document.at();
            place = document.next();
        }
        keep(document.next(), place);
        document.next(place);
        return true;
    }

    private void reference(int place) throws IOException {
        keep(document.next(), place);
        document.next(place);
        document.has(XmlReference.LONGEST);
        StringBuilder letter = new StringBuilder();
        int after = XmlReference.append(document.at(), document.next(), document.limit(), letter);
        if (text.length() <= wanted && wanted > 0) {
            text.append(letter);
        }
        if (open.isEmpty()) {
            throw outside();
        }
        document.next(after);
    }

    private static BrokenXml outside() {
        return new BrokenXml("text stands outside of the first element");
    }

    private void keep(int from, int to) throws BrokenXml {
        char[] letters = document.at();
        if (open.isEmpty() && from < to && XmlNames.afterSpace(letters, from) < to) {
            throw outside();
        }
        if (wanted > 0 && text.length() <= wanted) {
            text.append(letters, from, to - from);
        }
    }
}
