package org.ecsdelivery.engine.envfile.dialect;

import java.util.Optional;

/** One JSON object of strings, without comments. */
final class JsonMembers extends DialectRule {
    @Override
    String write(String value) {
        StringBuilder text = new StringBuilder(value.length() + 2).append('"');
        for (int at = 0; at < value.length(); at++) {
            append(text, value.charAt(at));
        }
        return text.append('"').toString();
    }

    @Override
    void checkName(String name) {
        if (name.isEmpty()) {
            throw new Inexpressible("it has no name", "");
        }
    }

    @Override
    String assignment(String name, String value) {
        return "  " + write(name) + ": " + write(value);
    }

    @Override
    public Optional<String> comment(String text) {
        return Optional.empty();
    }

    @Override
    public String opening() {
        return "{\n";
    }

    @Override
    public String between() {
        return ",\n";
    }

    @Override
    public String closing(CharSequence text) {
        return text.isEmpty() ? "}\n" : "\n}\n";
    }

    private static void append(StringBuilder text, char c) {
        switch (c) {
            case '"', '\\' -> text.append('\\').append(c);
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029) {
                    text.append("\\u").append(Hex4.of(c));
                } else {
                    text.append(c);
                }
            }
        }
    }
}
