package org.ecsdelivery.engine.coverage.format.xml;

/** References in texts and values: the five of XML itself, and letters by number. No other entity is ever known. */
final class XmlReference {
    /** No longer one is looked for. */
    static final int LONGEST = 12;

    private XmlReference() {}

    /** Returns the value with its references replaced, and each line break or tab a space. */
    static String resolve(char[] letters, int from, int to) throws BrokenXml {
        StringBuilder value = new StringBuilder(to - from);
        int next = from;
        while (next < to) {
            char letter = letters[next];
            if (letter == '&') {
                next = append(letters, next, to, value);
            } else {
                boolean oneBreak = letter == '\r' && next + 1 < to && letters[next + 1] == '\n';
                value.append(letter < ' ' ? ' ' : letter);
                next += oneBreak ? 2 : 1;
            }
        }
        return value.toString();
    }

    /** Appends what the reference at that place stands for, and returns the place after it. */
    static int append(char[] letters, int from, int to, StringBuilder target) throws BrokenXml {
        int end = from + 1;
        while (end < to && end - from < LONGEST && letters[end] != ';') {
            end++;
        }
        String name = new String(letters, from + 1, end - from - 1);
        if (end == to || letters[end] != ';') {
            throw new BrokenXml("& is not followed by the name of an entity and a ;");
        }
        target.appendCodePoint(name.startsWith("#") ? number(name) : letter(name));
        return end + 1;
    }

    private static char letter(String name) throws BrokenXml {
        return switch (name) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> throw new BrokenXml("it uses an entity of its own, &" + name + ";");
        };
    }

    private static int number(String name) throws BrokenXml {
        boolean hex = name.startsWith("#x");
        String digits = name.substring(hex ? 2 : 1);
        if (!digits.matches(hex ? "[0-9a-fA-F]{1,8}" : "[0-9]{1,9}")) {
            throw new BrokenXml("&" + name + "; is no letter");
        }
        long letter = Long.parseLong(digits, hex ? 16 : 10);
        boolean space = letter == '\t' || letter == '\n' || letter == '\r';
        boolean half = letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
        if (letter > Character.MAX_CODE_POINT
                || letter < ' ' && !space
                || half
                || letter == 0xfffe
                || letter == 0xffff) {
            throw new BrokenXml("&" + name + "; is no letter");
        }
        return (int) letter;
    }
}
