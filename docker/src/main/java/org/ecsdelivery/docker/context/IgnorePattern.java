package org.ecsdelivery.docker.context;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One line of a {@code .dockerignore} (Docker documentation, "Build context", section ".dockerignore files"; the wild cards are
 * those of Go's {@code filepath.Match} and {@code **}).
 *
 * @param text the path pattern, cleaned: no leading or trailing slash, no {@code .} or {@code ..} that can be resolved
 * @param exception whether the line starts with {@code !}, which takes matching files back in
 * @param form the pattern as a regular expression over whole paths
 */
record IgnorePattern(String text, boolean exception, Pattern form) {
    private static final String WILD = "*?[\\";
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
        boolean exception = given.startsWith("!");
        String text = cleaned(exception ? trimmed(given.substring(1)) : given);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("'" + given + "' excludes nothing");
        }
        try {
            return new IgnorePattern(text, exception, Pattern.compile(regexOf(text), Pattern.DOTALL));
        } catch (PatternSyntaxException invalid) {
            throw new IllegalArgumentException("'" + given + "' is no pattern: " + invalid.getDescription(), invalid);
        }
    }

    /** Makes the pattern of one path, in which no character stands for another. */
    static IgnorePattern ofPath(String path, boolean exception) {
        return new IgnorePattern(path, exception, Pattern.compile(Pattern.quote(path)));
    }

    /** Returns a line without the blanks around it. */
    static String trimmed(String line) {
        return OUTER_SPACE.matcher(line).replaceAll("");
    }

    /** Does what Go's {@code filepath.Clean} does, and drops the leading slash: every pattern starts at the context's root. */
    private static String cleaned(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return parts.isEmpty() && !path.isEmpty() ? "." : String.join("/", parts);
    }

    private static String regexOf(String glob) {
        StringBuilder regex = new StringBuilder();
        int at = 0;
        while (at < glob.length()) {
            at = append(glob, at, regex);
        }
        return regex.toString();
    }

    /** Translates what stands at one place and returns the place after it. */
    private static int append(String glob, int at, StringBuilder regex) {
        char c = glob.charAt(at);
        if (glob.startsWith("**", at)) {
            return appendAnyDepth(glob, at + 2, regex);
        }
        switch (c) {
            case '*' -> regex.append("[^/]*");
            case '?' -> regex.append("[^/]");
            case '[' -> {
                return appendSet(glob, at, regex);
            }
            case '\\' -> {
                boolean last = at + 1 == glob.length();
                regex.append(Pattern.quote(last ? "\\" : glob.substring(at + 1, at + 2)));
                return at + 2;
            }
            default -> regex.append(Pattern.quote(String.valueOf(c)));
        }
        return at + 1;
    }

    /** {@code **} at the end takes everything, before a slash any number of directories, none included. */
    private static int appendAnyDepth(String glob, int after, StringBuilder regex) {
        int next = glob.startsWith("/", after) ? after + 1 : after;
        regex.append(next == glob.length() ? ".*" : "(.*/)?");
        return next;
    }

    /** A set keeps its meaning; what only Java would read into it is escaped. */
    private static int appendSet(String glob, int at, StringBuilder regex) {
        int end = at + 1;
        regex.append('[');
        while (end < glob.length() && glob.charAt(end) != ']') {
            char c = glob.charAt(end);
            if (c == '[' || c == '&') {
                regex.append('\\');
            }
            boolean escape = c == '\\' && end + 1 < glob.length();
            regex.append(glob, end, escape ? end + 2 : end + 1);
            end += escape ? 2 : 1;
        }
        if (end >= glob.length()) {
            throw new IllegalArgumentException("'" + glob + "' is no pattern: '[' without ']'");
        }
        regex.append(']');
        return end + 1;
    }

    /** Tells whether this line speaks of the path itself or of a directory above it. */
    boolean matchesOrHolds(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (form.matcher(path.substring(0, slash)).matches()) {
                return true;
            }
        }
        return form.matcher(path).matches();
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
