package org.ecsdelivery.engine.coverage.format.xml;

import java.util.Arrays;

/** Names of elements and attributes, which are the same few over and over; there is room for so many, the last ones stay. */
final class XmlNames {
    private static final int ROOM = 512;
    private static final boolean[] PART = new boolean[128];

    static {
        for (char letter = 0; letter < PART.length; letter++) {
            PART[letter] = Character.isLetterOrDigit(letter) || "-._:".indexOf(letter) >= 0;
        }
    }

    private final String[] names = new String[ROOM];
    private final char[][] spellings = new char[ROOM][];

    XmlNames() {
        Arrays.fill(names, "");
        Arrays.fill(spellings, new char[0]);
    }

    /** Returns where the name that starts there ends: at the same place when there is none. */
    static int end(char[] letters, int from) {
        int to = from;
        while (letters[to] >= 128 || PART[letters[to]]) {
            to++;
        }
        boolean none = Character.isDigit(letters[from]) || letters[from] == '-' || letters[from] == '.';
        return none ? from : to;
    }

    /** Returns the place of the first letter that is no space. */
    static int afterSpace(char[] letters, int from) {
        int to = from;
        while (letters[to] == ' ' || letters[to] == '\n' || letters[to] == '\t' || letters[to] == '\r') {
            to++;
        }
        return to;
    }

    /** Returns the name that stands there. */
    String of(char[] letters, int from, int to) {
        int length = to - from;
        int hash =
                length == 0 ? 0 : 31 * (31 * letters[from] + letters[from + length / 2]) + 7 * letters[to - 1] + length;
        int place = (hash ^ hash >>> 9) & ROOM - 1;
        char[] spelled = spellings[place];
        if (!Arrays.equals(spelled, 0, spelled.length, letters, from, to)) {
            names[place] = new String(letters, from, length);
            spellings[place] = names[place].toCharArray();
        }
        return names[place];
    }

    /** Tells whether that text stands there. */
    static boolean isAt(String text, char[] letters, int from) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != letters[from + i]) {
                return false;
            }
        }
        return true;
    }
}
