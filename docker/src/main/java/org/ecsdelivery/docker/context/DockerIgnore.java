package org.ecsdelivery.docker.context;

import java.util.ArrayList;
import java.util.BitSet;
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

    /**
     * Decides on a path, relative to the context and with slashes.
     *
     * @param above what was decided on the directory that it is in
     */
    IgnoreVerdict verdictOn(String path, IgnoreVerdict above) {
        if (patterns.isEmpty()) {
            return above;
        }
        boolean excluded = false;
        BitSet spoke = new BitSet(patterns.size());
        for (int i = 0; i < patterns.size(); i++) {
            IgnorePattern pattern = patterns.get(i);
            // a rule that could not change anything is not asked, which its say on what is below may depend on
            boolean speaks = above.spoke().get(i) || pattern.exception() == excluded && pattern.matches(path);
            if (speaks) {
                spoke.set(i);
                excluded = !pattern.exception();
            }
        }
        return new IgnoreVerdict(excluded, spoke);
    }

    /** Tells whether a path, relative to the context and with slashes, is left out. */
    boolean excludes(String path) {
        IgnoreVerdict verdict = IgnoreVerdict.OF_THE_ROOT;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            verdict = verdictOn(path.substring(0, slash), verdict);
        }
        return verdictOn(path, verdict).excluded();
    }

    /** Tells whether something below a directory that is left out may still be taken in. */
    boolean mayKeepBelow(String directory) {
        return patterns.stream().anyMatch(pattern -> pattern.exception() && pattern.mayMatchBelow(directory));
    }
}
