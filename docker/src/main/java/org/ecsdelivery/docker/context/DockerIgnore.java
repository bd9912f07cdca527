package org.ecsdelivery.docker.context;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a {@code .dockerignore}: the last one that speaks of a path decides. Unlike the classic {@code docker build}, and
 * like BuildKit, exceptions such as {@code !**}{@code /keep.txt} also reach into excluded directories.
 */
final class DockerIgnore {
    private final List<IgnorePattern> patterns;

    private DockerIgnore(List<IgnorePattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /**
     * Reads a file's text. A comment has its {@code #} in the first column.
     *
     * @throws IllegalArgumentException when a line is no pattern, naming the line
     */
    static DockerIgnore parse(String text) {
        List<IgnorePattern> patterns = new ArrayList<>();
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (String line : withoutMark.split("\n")) {
            if (!line.startsWith("#") && !IgnorePattern.trimmed(line).isEmpty()) {
                patterns.add(IgnorePattern.parse(line));
            }
        }
        return new DockerIgnore(patterns);
    }

    /** Returns these rules with one path that is always taken in. */
    DockerIgnore keeping(String path) {
        return with(IgnorePattern.ofPath(path, true));
    }

    /** Returns these rules with one path that is always left out. */
    DockerIgnore leavingOut(String path) {
        return with(IgnorePattern.ofPath(path, false));
    }

    private DockerIgnore with(IgnorePattern pattern) {
        List<IgnorePattern> all = new ArrayList<>(patterns);
        all.add(pattern);
        return new DockerIgnore(all);
    }

    /** Tells whether a path, relative to the context and with slashes, is left out. */
    boolean excludes(String path) {
        boolean excluded = false;
        for (IgnorePattern pattern : patterns) {
            if (pattern.exception() == excluded && pattern.matchesOrHolds(path)) {
                excluded = !pattern.exception();
            }
        }
        return excluded;
    }

    /** Tells whether something below a directory that is left out may still be taken in. */
    boolean mayKeepBelow(String directory) {
        return patterns.stream().anyMatch(pattern -> pattern.exception() && pattern.mayMatchBelow(directory));
    }
}
