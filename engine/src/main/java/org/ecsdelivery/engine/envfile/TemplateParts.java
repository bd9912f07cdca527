package org.ecsdelivery.engine.envfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a default apart. <code>$${</code> stands for the text <code>${</code>. */
final class TemplateParts {
    private static final Pattern REFERENCE =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]*)(?::([-?])(.*))?", Pattern.DOTALL);

    private final List<TemplatePart> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private final String text;
    private final boolean escapes;
    private int at;

    private TemplateParts(String text, boolean escapes) {
        this.text = text;
        this.escapes = escapes;
    }

    /** Reads a default without quotes: a backslash is a backslash. */
    static List<TemplatePart> bare(String text) {
        return new TemplateParts(text, false).all();
    }

    /** Reads what stands in double quotes: <code>\n \r \t \\ \" \$</code> are escapes, every other backslash is one. */
    static List<TemplatePart> quoted(String text) {
        return new TemplateParts(text, true).all();
    }

    private List<TemplatePart> all() {
        while (at < text.length()) {
            if (text.startsWith("$${", at)) {
                literal.append("${");
                at += 3;
            } else if (text.startsWith("${", at)) {
                reference();
            } else {
                character();
            }
        }
        flush();
        return List.copyOf(parts);
    }

    private void character() {
        char c = text.charAt(at++);
        int escape = escapes && c == '\\' && at < text.length() ? "nrt\\\"$".indexOf(text.charAt(at)) : -1;
        if (escape < 0) {
            literal.append(c);
        } else {
            literal.append("\n\r\t\\\"$".charAt(escape));
            at++;
        }
    }

    private void reference() {
        int end = text.indexOf('}', at);
        Matcher matcher = REFERENCE.matcher(end < 0 ? "" : text.substring(at + 2, end));
        if (!matcher.matches() || matcher.group().contains("${")) {
            throw new IllegalArgumentException(
                    "${ must begin one of ${NAME}, ${NAME:-default}, ${NAME:?message}; write $${ for the text ${");
        }
        flush();
        Optional<String> rest = Optional.ofNullable(matcher.group(3));
        boolean message = "?".equals(matcher.group(2));
        parts.add(new TemplatePart.Reference(
                matcher.group(1), rest.filter(given -> !message), rest.filter(given -> message)));
        at = end + 1;
    }

    private void flush() {
        if (!literal.isEmpty()) {
            parts.add(new TemplatePart.Literal(literal.toString()));
            literal.setLength(0);
        }
    }
}
