package org.ecsdelivery.engine.coverage.format.xml;

import java.util.Arrays;
import org.ecsdelivery.engine.coverage.LimitExceeded;
import org.ecsdelivery.engine.coverage.format.Numbers;

/** The element that just began. Its values become strings only when they are asked for. */
final class Element {
    private static final int MOST = 500;
    private static final int LONGEST_PLAIN = 17;

    private final XmlLetters document;
    private final XmlNames known = new XmlNames();
    private String name = "";
    private boolean empty;
    private boolean plain;
    private char[] letters = {};
    private int size;
    private String[] names = new String[8];
    private int[] places = new int[16];

    /** Values with references in them; empty for all others. */
    private String[] resolved = new String[8];

    Element(XmlLetters document) {
        this.document = document;
    }

    /** Takes the tag whose name starts at that place; returns the place after it, -1 when it does not end among the letters at hand. */
    int read(int from) throws BrokenXml {
        letters = document.at();
        size = 0;
        int next = XmlNames.end(letters, from);
        name = known.of(letters, from, next);
        while (true) {
            int part = XmlNames.afterSpace(letters, next);
            char letter = letters[part];
            if (letter == '>') {
                empty = false;
                return part + 1;
            }
            if (letter == '/' && letters[part + 1] == '>') {
                empty = true;
                return part + 2;
            }
            if (isAtLimit(part) || letter == '/' && isAtLimit(part + 1)) {
                return -1;
            }
            check(next > from && part > next, "the tag is broken, of");
            next = readAttribute(part);
            if (next < 0) {
                return -1;
            }
        }
    }

    private boolean isAtLimit(int place) {
        return place == document.limit();
    }

    private int readAttribute(int from) throws BrokenXml {
        int end = XmlNames.end(letters, from);
        int equal = XmlNames.afterSpace(letters, end);
        if (isAtLimit(equal)) {
            return -1;
        }
        check(end > from && letters[equal] == '=', "an attribute is broken, of");
        int quote = XmlNames.afterSpace(letters, equal + 1);
        if (isAtLimit(quote)) {
            return -1;
        }
        check(letters[quote] == '"' || letters[quote] == '\'', "an attribute has no quotes, of");
        int to = valueEnd(quote + 1, letters[quote]);
        if (to >= 0) {
            add(known.of(letters, from, end), quote + 1, to);
            return to + 1;
        }
        return -1;
    }

    private int valueEnd(int from, char quote) throws BrokenXml {
        int to = from;
        plain = true;
        char letter = letters[to];
        while (letter != quote) {
            if (letter < '0' || letter == '<') {
                check(letter != '<', "< stands in an attribute of");
                if (isForbidden(letter)) {
                    check(isAtLimit(to), "a letter that XML does not allow stands in");
                    return -1;
                }
                plain &= letter != '&' && letter >= ' ';
            }
            letter = letters[++to];
        }
        return to;
    }

    private static boolean isForbidden(char letter) {
        return letter < ' ' && letter != '\n' && letter != '\t' && letter != '\r';
    }

    private void check(boolean well, String otherwise) throws BrokenXml {
        if (!well) {
            throw new BrokenXml(otherwise + " " + (name.isEmpty() ? "<" : name));
        }
    }

    private void add(String attribute, int from, int to) throws BrokenXml {
        check(!has(attribute), "an attribute comes twice, of");
        if (size == MOST) {
            throw new LimitExceeded(
                    "more than " + MOST + " attributes", "The report is broken, or not a coverage report.");
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            resolved = Arrays.copyOf(resolved, size * 2);
            places = Arrays.copyOf(places, size * 4);
        }
        names[size] = attribute;
        places[2 * size] = from;
        places[2 * size + 1] = to;
        resolved[size++] = plain ? "" : XmlReference.resolve(letters, from, to);
    }

    String name() {
        return name;
    }

    /** Tells whether it ends where it begins. */
    boolean isEmpty() {
        return empty;
    }

    private int find(String attribute) {
        for (int i = 0; i < size; i++) {
            if (names[i].equals(attribute)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the attribute, empty when there is none. */
    String value(String attribute) {
        int index = find(attribute);
        return index < 0 ? "" : valueAt(index);
    }

    /** Returns how many attributes there are. */
    int attributes() {
        return size;
    }

    /** Returns the name of the attribute at that place. */
    String attribute(int index) {
        return names[index];
    }

    /** Returns the value of the attribute at that place. */
    String valueAt(int index) {
        int from = places[2 * index];
        return resolved[index].isEmpty() ? new String(letters, from, places[2 * index + 1] - from) : resolved[index];
    }

    /** Returns the count in the attribute at that place, {@link Numbers#NONE} when it is none. */
    long countAt(int index) {
        int from = places[2 * index];
        int to = places[2 * index + 1];
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = letters[i] - '0';
            if (digit < 0 || digit > 9 || to - from > LONGEST_PLAIN) {
                return Numbers.count(valueAt(index));
            }
            value = value * 10 + digit;
        }
        return from == to ? Numbers.NONE : value;
    }

    /** Tells whether the attribute at that place is true, in whatever letters. */
    boolean isTrueAt(int index) {
        return places[2 * index + 1] - places[2 * index] == 4 && valueAt(index).equalsIgnoreCase("true");
    }

    boolean has(String attribute) {
        return find(attribute) >= 0;
    }

    /** Returns the count in that attribute, {@link Numbers#NONE} when there is none. */
    long count(String attribute) {
        int index = find(attribute);
        return index < 0 ? Numbers.NONE : countAt(index);
    }

    /** Returns the count in that attribute, 0 when there is none. */
    int countOrNone(String attribute) {
        return (int) Math.min(Math.max(0, count(attribute)), Integer.MAX_VALUE);
    }

    /** Returns where in the report it is. */
    String place() {
        return document.place();
    }
}
