package org.ecsdelivery.engine.envfile.dialect;

/** {@code java.util.Properties}: escapes of its own, in ASCII, so that it does not matter which encoding the file is read in. */
final class PropertiesEscapes extends DialectRule {
    @Override
    String write(String value) {
        return escaped(value, "", 1);
    }

    @Override
    void checkName(String name) {
        if (name.isEmpty()) {
            throw new Inexpressible("it has no name", "");
        }
    }

    @Override
    String assignment(String name, String value) {
        return escaped(name, "=:#!", name.length()) + "=" + write(value) + "\n";
    }

    private static String escaped(String text, String marks, int blanks) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int at = 0; at < text.length(); at++) {
            append(escaped, text.charAt(at), marks, at < blanks);
        }
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, char c, String marks, boolean blanks) {
        switch (c) {
            case '\\' -> escaped.append("\\\\");
            case '\n' -> escaped.append("\\n");
            case '\r' -> escaped.append("\\r");
            case '\t' -> escaped.append("\\t");
            case ' ' -> escaped.append(blanks ? "\\ " : " ");
            default -> {
                if (c < ' ' || c > '~') {
                    escaped.append("\\u").append(Hex4.of(c));
                } else {
                    escaped.append(marks.indexOf(c) >= 0 ? "\\" : "").append(c);
                }
            }
        }
    }
}
