package org.ecsdelivery.engine.envfile;

import java.util.List;
import java.util.Optional;

/**
 * What stands behind {@code NAME=} in a template.
 *
 * @param parts the default, in parts
 * @param comment what stands behind a {@code #} on the same line
 */
record TemplateValue(List<TemplatePart> parts, Optional<String> comment) {

    /** Reads it; {@link IllegalArgumentException} says what is wrong, without the text, for it may be a secret. */
    static TemplateValue parse(String text) {
        if (text.startsWith("'")) {
            int end = closing(text);
            return new TemplateValue(literal(text.substring(1, end)), behind(text.substring(end + 1)));
        }
        if (text.startsWith("\"")) {
            int end = closing(text);
            return new TemplateValue(TemplateParts.quoted(text.substring(1, end)), behind(text.substring(end + 1)));
        }
        int comment = comment(text);
        return new TemplateValue(
                TemplateParts.bare(text.substring(0, comment).stripTrailing()), behind(text.substring(comment)));
    }

    private static List<TemplatePart> literal(String text) {
        return List.of(new TemplatePart.Literal(text));
    }

    private static int closing(String text) {
        char quote = text.charAt(0);
        for (int at = 1; at < text.length(); at++) {
            if (text.charAt(at) == '\\' && quote == '"') {
                at++;
            } else if (text.charAt(at) == quote) {
                return at;
            }
        }
        throw new IllegalArgumentException(
                "the quote " + quote + " is not closed; write a line break as \\n in double quotes");
    }

    /** A comment begins at a {@code #} at the start or behind a blank, outside of <code>${...}</code>. */
    private static int comment(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.startsWith("${", at)) {
                int end = text.indexOf('}', at);
                at = end < 0 ? at : end;
            } else if (text.charAt(at) == '#' && (at == 0 || Character.isWhitespace(text.charAt(at - 1)))) {
                return at;
            }
        }
        return text.length();
    }

    private static Optional<String> behind(String rest) {
        String text = rest.strip();
        if (!text.isEmpty() && !text.startsWith("#")) {
            throw new IllegalArgumentException("there is more behind the closing quote");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text.substring(1));
    }
}
