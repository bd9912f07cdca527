package org.ecsdelivery.engine.coverage.format.xml;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/** A document, a part at a time. Behind the last letter at hand stands a zero, which no document may contain. */
final class XmlLetters {
    private final Reader in;
    private char[] letters = new char[1 << 15];
    private int next;
    private int limit;
    private long linesBefore = 1;
    private int columnBefore;

    XmlLetters(Reader in) {
        this.in = in;
    }

    /** Returns the letters at hand; after {@link #more} it may be another array. */
    char[] at() {
        return letters;
    }

    /** Returns the place of the next letter. */
    int next() {
        return next;
    }

    void next(int place) {
        next = place;
    }

    /** Returns the place behind the last letter at hand. */
    int limit() {
        return limit;
    }

    /** Brings more letters, and the next one to the front; false when the document ends. */
    boolean more() throws IOException {
        forget();
        if (limit + 1 == letters.length) {
            letters = Arrays.copyOf(letters, letters.length * 2);
        }
        int before = limit;
        int read = 0;
        while (read >= 0 && limit + 1 < letters.length) {
            limit += read;
            read = limit + 1 < letters.length ? in.read(letters, limit, letters.length - 1 - limit) : -1;
        }
        letters[limit] = 0;
        return limit > before;
    }

    /** Tells whether so many letters are at hand, bringing more if need be. */
    boolean has(int number) throws IOException {
        while (limit - next < number) {
            if (!more()) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether these letters come next. */
    boolean startsWith(String text) throws IOException {
        return has(text.length()) && XmlNames.isAt(text, letters, next);
    }

    private void forget() {
        for (int i = 0; i < next; i++) {
            boolean end = letters[i] == '\n';
            linesBefore += end ? 1 : 0;
            columnBefore = end ? 0 : columnBefore + 1;
        }
        System.arraycopy(letters, next, letters, 0, limit - next);
        limit -= next;
        next = 0;
    }

    /** Returns where the next letter stands. */
    String place() {
        long line = linesBefore;
        int column = columnBefore + 1;
        for (int i = 0; i < next; i++) {
            boolean end = letters[i] == '\n';
            line += end ? 1 : 0;
            column = end ? 1 : column + 1;
        }
        return "line " + line + ", column " + column;
    }
}
