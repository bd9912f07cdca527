package org.ecsdelivery.dsl.xml;

/** The escapes of TeamCity's writer. It leaves apostrophes alone and writes what lies beyond U+FFFF as a number. */
final class Escapes {
    private Escapes() {}

    static void attribute(String value, StringBuilder out) {
        int plain = plain(value);
        out.append(value, 0, plain);
        for (int at = plain; at < value.length(); at++) {
            char each = value.charAt(at);
            switch (each) {
                case '"' -> out.append("&quot;");
                case '\t' -> out.append("&#x9;");
                case '\n' -> out.append("&#xA;");
                default -> at += common(value, at, out);
            }
        }
    }

    static void text(String value, StringBuilder out) {
        int plain = plain(value);
        out.append(value, 0, plain);
        for (int at = plain; at < value.length(); at++) {
            at += common(value, at, out);
        }
    }

    /** Returns how many characters at the beginning are written as they are: mostly all of them. */
    private static int plain(String value) {
        int at = 0;
        while (at < value.length() && isPlain(value.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isPlain(char each) {
        return each >= ' '
                && each < Character.MIN_SURROGATE
                && each != '"'
                && each != '&'
                && each != '<'
                && each != '>';
    }

    /** Returns how many characters more than one it took. */
    private static int common(String value, int at, StringBuilder out) {
        char each = value.charAt(at);
        switch (each) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '\r' -> out.append("&#xD;");
            default -> {
                int code = value.codePointAt(at);
                if (Character.isSupplementaryCodePoint(code)) {
                    out.append("&#x").append(Integer.toHexString(code)).append(';');
                    return 1;
                }
                out.append(each);
            }
        }
        return 0;
    }
}
