package org.ecsdelivery.sandbox.teamcity;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One rule of artifact paths: {@code source}, or {@code source => target} with a directory or an archive as target. */
record ArtifactRule(String source, String target) {

    static List<ArtifactRule> parse(String text) {
        return Stream.of(text.split("[\\r\\n,]+"))
                .map(String::strip)
                .filter(rule -> !rule.isEmpty())
                .map(ArtifactRule::parseOne)
                .toList();
    }

    private static ArtifactRule parseOne(String rule) {
        String[] sides = rule.split("=>", 2);
        return new ArtifactRule(sides[0].strip(), sides.length == 1 ? "" : sides[1].strip());
    }

    boolean isArchive() {
        return archive().endsWith(".zip");
    }

    /** Returns the archive's own path, without what follows {@code !}. */
    String archive() {
        int inside = target.indexOf('!');
        return inside < 0 ? target : target.substring(0, inside);
    }

    /** Returns the folder inside the archive, empty for its root, or the target directory when it is none. */
    String folder() {
        if (!isArchive()) {
            return target;
        }
        int inside = target.indexOf('!');
        return inside < 0 ? "" : target.substring(inside + 1).replaceFirst("^/", "");
    }

    /** Finds the files of this rule with the path each gets below the target. */
    Map<String, Path> files(Path checkoutDirectory) throws IOException {
        Path base = checkoutDirectory.resolve(withoutWildcards());
        Map<String, Path> found = new LinkedHashMap<>();
        if (Files.isRegularFile(base)) {
            found.put(String.valueOf(base.getFileName()), base);
        } else if (Files.isDirectory(base)) {
            collect(base, found);
        }
        return found;
    }

    private void collect(Path base, Map<String, Path> found) throws IOException {
        String rest = source.substring(withoutWildcards().length()).replaceFirst("^/", "");
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + (rest.isEmpty() ? "**" : rest));
        try (Stream<Path> tree = Files.walk(base)) {
            tree.filter(Files::isRegularFile)
                    .sorted()
                    .filter(file -> matches(matcher, base.relativize(file), rest))
                    .forEach(file -> found.put(base.relativize(file).toString().replace('\\', '/'), file));
        }
    }

    private static boolean matches(PathMatcher matcher, Path relative, String rest) {
        // TeamCity's **/x also means x itself, which Java's glob does not say
        boolean direct = rest.startsWith("**/")
                && FileSystems.getDefault()
                        .getPathMatcher("glob:" + rest.substring(3))
                        .matches(relative);
        return direct || matcher.matches(relative);
    }

    private String withoutWildcards() {
        int wildcard = source.replace('?', '*').indexOf('*');
        if (wildcard < 0) {
            return source;
        }
        int slash = source.lastIndexOf('/', wildcard);
        return slash < 0 ? "" : source.substring(0, slash);
    }
}
