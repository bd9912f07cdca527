package org.ecsdelivery.engine.coverage;

import java.util.List;

/**
 * A pattern of paths as TeamCity's own fields have it (TeamCity documentation, "Wildcards"): {@code **} stands for any directories,
 * {@code *} for any characters of one name, {@code ?} for one; a pattern that ends in a slash is for all below it. Matching takes time
 * in proportion to both lengths, whatever the pattern.
 */
public final class PathPattern {
    private static final String ANY_DIRECTORIES = "**";

    private final List<String> names;

    private PathPattern(List<String> names) {
        this.names = names;
    }

    /** Reads a pattern. */
    public static PathPattern of(String text) {
        String slashes = text.strip().replace('\\', '/');
        String whole = slashes.endsWith("/") ? slashes + ANY_DIRECTORIES : slashes;
        return new PathPattern(List.of(whole.split("/+")));
    }

    /** Tells whether a path, with forward slashes, fits. */
    public boolean fits(String path) {
        String[] parts = path.split("/");
        // which of the first parts the names so far can stand for
        boolean[] reached = new boolean[parts.length + 1];
        reached[0] = true;
        for (String name : names) {
            reached = name.equals(ANY_DIRECTORIES) ? anyFrom(reached) : oneMore(reached, name, parts);
        }
        return reached[parts.length];
    }

    private static boolean[] anyFrom(boolean[] reached) {
        boolean[] next = reached.clone();
        for (int at = 1; at < next.length; at++) {
            next[at] |= next[at - 1];
        }
        return next;
    }

    private static boolean[] oneMore(boolean[] reached, String name, String[] parts) {
        boolean[] next = new boolean[reached.length];
        for (int at = 1; at < next.length; at++) {
            next[at] = reached[at - 1] && fits(name, parts[at - 1]);
        }
        return next;
    }

    private static boolean fits(String name, String part) {
        boolean[] reached = new boolean[part.length() + 1];
        reached[0] = true;
        for (char letter : name.toCharArray()) {
            reached = letter == '*' ? anyFrom(reached) : oneMore(reached, letter, part);
        }
        return reached[part.length()];
    }

    private static boolean[] oneMore(boolean[] reached, char letter, String part) {
        boolean[] next = new boolean[reached.length];
        for (int at = 1; at < next.length; at++) {
            next[at] = reached[at - 1] && (letter == '?' || letter == part.charAt(at - 1));
        }
        return next;
    }
}
