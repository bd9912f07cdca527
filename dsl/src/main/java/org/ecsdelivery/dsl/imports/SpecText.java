package org.ecsdelivery.dsl.imports;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Takes the form of a parameter apart, such as {@code text label='Stage' display='prompt'}. */
final class SpecText {
    private final String text;
    private int at;

    private SpecText(String text) {
        this.text = text;
    }

    /**
     * A form.
     *
     * @param kind its first word
     * @param details what is said of it
     */
    record Parts(String kind, Map<String, String> details) {}

    /** Returns the parts, when the text has this form. */
    static Optional<Parts> parts(String text) {
        SpecText spec = new SpecText(text);
        String kind = spec.upTo(' ');
        Map<String, String> details = new TreeMap<>();
        while (spec.at < text.length()) {
            spec.at++;
            String name = spec.upTo('=');
            Optional<String> value = spec.value();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            details.put(name, value.get());
        }
        return Optional.of(new Parts(kind, details));
    }

    private String upTo(char end) {
        int found = text.indexOf(end, at);
        int stop = found < 0 ? text.length() : found;
        String before = text.substring(at, stop);
        at = stop;
        return before;
    }

    private Optional<String> value() {
        if (!text.startsWith("='", at)) {
            return Optional.empty();
        }
        StringBuilder value = new StringBuilder();
        for (at += 2; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each == '\'') {
                at++;
                return Optional.of(value.toString());
            }
            value.append(each == '|' && ++at < text.length() ? unescaped(text.charAt(at)) : each);
        }
        return Optional.empty();
    }

    private static char unescaped(char escaped) {
        return escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped;
    }
}
