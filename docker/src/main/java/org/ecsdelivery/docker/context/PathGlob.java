package org.ecsdelivery.docker.context;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The wild cards of a {@code .dockerignore}. The docker command makes a regular expression of a pattern that has any, character
 * by character, and so do we: what a pattern means that nobody would write is then the same too.
 */
final class PathGlob {
    /** What a regular expression would read otherwise; the docker command means to escape {@code |}, too, but does not. */
    private static final String ESCAPED = ".+()$";

    private final String glob;
    private final StringBuilder regex = new StringBuilder();
    private int at;
    private boolean plain = true;
    private boolean prefix;
    private boolean suffix;

    private PathGlob(String glob) {
        this.glob = glob;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Predicate<String> of(String glob) {
        BracketCheck.of(glob);
        return new PathGlob(glob).translated();
    }

    private Predicate<String> translated() {
        while (at < glob.length()) {
            step(glob.charAt(at++));
        }
        if (suffix) {
            String end = glob.substring(2);
            return path -> path.endsWith(end) || end.startsWith("/") && path.equals(end.substring(1));
        }
        if (prefix) {
            String begin = glob.substring(0, glob.length() - 2);
            return path -> path.startsWith(begin);
        }
        return plain ? glob::equals : expression();
    }

    private Predicate<String> expression() {
        try {
            Pattern pattern = Pattern.compile(GoExpression.inJava("^" + regex) + "\\z", Pattern.UNIX_LINES);
            return path -> pattern.matcher(path).find();
        } catch (PatternSyntaxException invalid) {
            throw new IllegalArgumentException(invalid.getDescription(), invalid);
        }
    }

    private void step(char c) {
        boolean first = at == 1;
        switch (c) {
            case '*' -> {
                if (glob.startsWith("*", at)) {
                    anyDepth();
                    suffix = first;
                    return;
                }
                wild("[^/]*");
            }
            case '?' -> wild("[^/]");
            case '[', ']' -> wild(String.valueOf(c));
            case '\\' -> wild("\\" + glob.charAt(at++));
            default -> regex.append(ESCAPED.indexOf(c) < 0 ? "" : "\\").append(c);
        }
    }

    private void wild(String expression) {
        regex.append(expression);
        plain = false;
        suffix = false;
    }

    /** {@code **} at the end takes everything, before a slash any number of directories, none included. */
    private void anyDepth() {
        at += glob.startsWith("/", at + 1) ? 2 : 1;
        prefix = plain && at == glob.length();
        wild(at == glob.length() ? ".*" : "(.*/)?");
    }
}
