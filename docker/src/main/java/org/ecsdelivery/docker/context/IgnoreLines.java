package org.ecsdelivery.docker.context;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of an ignore file that leave out exactly one path each, whatever characters it is made of. */
final class IgnoreLines {
    /** What a pattern reads otherwise than as itself; an escaped {@code !} or {@code #} begins neither exception nor comment. */
    private static final Pattern SPECIAL = Pattern.compile("[*?\\[\\]\\\\!#]");
    /** Blanks around a line are dropped; in brackets they are not around it. */
    private static final Pattern OUTER_BLANK = Pattern.compile("^\\s|\\s$");

    private IgnoreLines() {}

    /**
     * Appends paths to the text of an ignore file.
     *
     * @throws IOException when a path cannot stand in one line
     */
    static String appended(String text, List<String> paths) throws IOException {
        if (paths.stream().anyMatch(path -> path.indexOf('\n') >= 0)) {
            throw new IOException("a name with a line end cannot be left out");
        }
        return paths.isEmpty()
                ? text
                : paths.stream().map(IgnoreLines::line).collect(Collectors.joining("\n", text + "\n", "\n"));
    }

    private static String line(String path) {
        String escaped = SPECIAL.matcher(path).replaceAll("\\\\$0");
        return OUTER_BLANK.matcher(escaped).replaceAll("[$0]");
    }
}
