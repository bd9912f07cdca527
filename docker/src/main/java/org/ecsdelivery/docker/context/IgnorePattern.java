package org.ecsdelivery.docker.context;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One line of a {@code .dockerignore} (Docker documentation, "Build context", section ".dockerignore files"), read as the docker
 * command does.
 *
 * @param text the path pattern, cleaned: no leading or trailing slash, no {@code .} or {@code ..} that can be resolved
 * @param exception whether the line starts with {@code !}, which takes matching files back in
 * @param form tells which whole paths are meant
 */
record IgnorePattern(String text, boolean exception, Predicate<String> form) {
    private static final String WILD = "*?[]\\";
    /** What Go's {@code strings.TrimSpace} takes away: more than Java's {@code strip}. */
    private static final Pattern OUTER_SPACE = Pattern.compile("^\\p{IsWhite_Space}+|\\p{IsWhite_Space}+$");

    /**
     * Reads one line.
     *
     * @param line neither blank nor a comment
     * @throws IllegalArgumentException when the line is no pattern
     */
    static IgnorePattern parse(String line) {
        String given = trimmed(line);
        String rule = cleaned(trimmed(fromTheRoot(given)));
        boolean exception = rule.startsWith("!");
        String text = exception ? rule.substring(1) : rule;
        if (text.isEmpty()) {
            throw new IllegalArgumentException("'" + given + "' excludes nothing");
        }
        try {
            return new IgnorePattern(text, exception, PathGlob.of(text));
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException("'" + given + "' is no pattern: " + invalid.getMessage(), invalid);
        }
    }

    /** Every pattern starts at the context's root, with a slash or without. */
    private static String fromTheRoot(String given) {
        String mark = given.startsWith("!") ? "!" : "";
        String path = cleaned(trimmed(given.substring(mark.length())));
        return mark + (path.length() > 1 && path.startsWith("/") ? path.substring(1) : path);
    }

    /** Makes the pattern of one path, in which no character stands for another. */
    static IgnorePattern ofPath(String path, boolean exception) {
        return new IgnorePattern(path, exception, path::equals);
    }

    /** Returns a line without the blanks around it. */
    static String trimmed(String line) {
        return OUTER_SPACE.matcher(line).replaceAll("");
    }

    /** Does what Go's {@code filepath.Clean} does, except that nothing stays nothing. */
    private static String cleaned(String path) {
        String root = path.startsWith("/") ? "/" : "";
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (!part.equals("..")) {
                if (!part.isEmpty() && !part.equals(".")) {
                    parts.addLast(part);
                }
            } else if (!parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (root.isEmpty()) {
                parts.addLast(part);
            }
        }
        String clean = root + String.join("/", parts);
        return clean.isEmpty() && !path.isEmpty() ? "." : clean;
    }

    /** Tells whether this line speaks of the path itself, not of a directory above it. */
    boolean matches(String path) {
        return form.test(path);
    }

    /** Tells whether this line can speak of anything below a directory, so that the directory has to be looked into. */
    boolean mayMatchBelow(String directory) {
        int wild = 0;
        while (wild < text.length() && WILD.indexOf(text.charAt(wild)) < 0) {
            wild++;
        }
        String sure = text.substring(0, wild);
        String inside = directory + "/";
        return wild == text.length() ? sure.startsWith(inside) : sure.startsWith(inside) || inside.startsWith(sure);
    }
}
