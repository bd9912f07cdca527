package org.ecsdelivery.dsl.xml;

/** The escapes of TeamCity's writer. It leaves apostrophes alone and writes what lies beyond U+FFFF as a number. */
final class Escapes {
    private Escapes() {}

    static void attribute(String value, StringBuilder out) {
        value.codePoints().forEach(each -> {
            switch (each) {
                case '"' -> out.append("&quot;");
                case '\t' -> out.append("&#x9;");
                case '\n' -> out.append("&#xA;");
                default -> common(each, out);
            }
        });
    }

    static void text(String value, StringBuilder out) {
        value.codePoints().forEach(each -> common(each, out));
    }

    private static void common(int each, StringBuilder out) {
        switch (each) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '\r' -> out.append("&#xD;");
            default -> {
                if (Character.isSupplementaryCodePoint(each)) {
                    out.append("&#x").append(Integer.toHexString(each)).append(';');
                } else {
                    out.append((char) each);
                }
            }
        }
    }
}
