package org.ecsdelivery.docker.context;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A regular expression of Go in Java's words; they differ in brackets, in braces and after a backslash. */
final class GoExpression {
    private static final Pattern REPETITION = Pattern.compile("\\{\\d+(,\\d*)?}");
    /** Means the same to both; any sign that is neither letter nor digit does so anyway. */
    private static final String SHARED_ESCAPES = "dDsSwWbBAzaftnrpPxQE";

    private final String go;
    private final StringBuilder java = new StringBuilder();
    private int at;

    private GoExpression(String go) {
        this.go = go;
    }

    /**
     * Translates an expression.
     *
     * @throws IllegalArgumentException when it has something that Go does not know
     */
    static String inJava(String go) {
        GoExpression expression = new GoExpression(go);
        while (expression.at < go.length()) {
            expression.step();
        }
        return expression.java.toString();
    }

    private void step() {
        char c = go.charAt(at);
        if (c == '\\') {
            escape();
        } else if (c == '[') {
            set();
        } else if (c == '{') {
            braces();
        } else {
            java.append(c);
            at++;
        }
    }

    /** Braces that do not say how often stand for themselves. */
    private void braces() {
        Matcher repetition = REPETITION.matcher(go).region(at, go.length());
        String found = repetition.lookingAt() ? repetition.group() : "\\{";
        java.append(found);
        at += found.startsWith("\\") ? 1 : found.length();
    }

    private void escape() {
        char c = go.charAt(at + 1);
        at += 2;
        if (c == 'v') {
            java.append("\\x0B");
        } else if (c < 128 && Character.isLetterOrDigit(c) && SHARED_ESCAPES.indexOf(c) < 0) {
            throw new IllegalArgumentException("'\\" + c + "' means nothing");
        } else if (c < 128) {
            java.append('\\').append(c);
        } else {
            java.append(c);
        }
    }

    /** A set keeps its meaning; what only Java would read into it is escaped. */
    private void set() {
        int begin = at;
        java.append('[');
        at++;
        if (go.startsWith("^", at)) {
            java.append('^');
            at++;
        }
        int first = at;
        while (at < go.length() && (go.charAt(at) != ']' || at == first)) {
            char c = go.charAt(at);
            if (c == '\\') {
                escape();
            } else {
                java.append("[]&^ #".indexOf(c) < 0 ? "" : "\\").append(c);
                at++;
            }
        }
        if (at == go.length()) {
            throw new IllegalArgumentException("'" + go.substring(begin) + "' has '[' without ']'");
        }
        java.append(']');
        at++;
    }
}
