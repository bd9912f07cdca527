package org.ecsdelivery.engine.coverage.search;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ecsdelivery.engine.coverage.PathPattern;
import org.ecsdelivery.engine.coverage.path.CheckoutFiles;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.time.Cancellation;

/** Finds the reports of a build in a directory. Symbolic links to directories are not followed: they may go in circles. */
public final class ReportSearch {
    /** File systems keep times by the second, or by two. */
    private static final int SLACK_SECONDS = 2;

    private final Path directory;
    private final Instant buildStart;
    private final Cancellation cancellation;

    /**
     * Makes the search.
     *
     * @param directory where patterns start
     * @param buildStart when the build began: what was written before it may be of another one
     */
    public ReportSearch(Path directory, Instant buildStart, Cancellation cancellation) {
        this.directory = directory;
        this.buildStart = buildStart;
        this.cancellation = cancellation;
    }

    /**
     * Returns what is found.
     *
     * @param patterns of files; empty for where the usual tools write
     * @param older whether reports from before the build count too
     * @throws EngineException when the directory cannot be searched
     */
    public FoundReports find(List<String> patterns, boolean older) {
        List<Path> found = patterns.isEmpty()
                ? UsualPlaces.mostTelling(matching(UsualPlaces.PATTERNS))
                : List.copyOf(matching(patterns));
        List<Path> fresh = new ArrayList<>();
        List<Path> stale = new ArrayList<>();
        for (Path file : found) {
            (older || isFresh(file) ? fresh : stale).add(file);
        }
        return new FoundReports(fresh, stale);
    }

    private boolean isFresh(Path file) {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .plusSeconds(SLACK_SECONDS)
                    .isAfter(buildStart);
        } catch (IOException gone) {
            throw unsearchable(file, gone);
        }
    }

    /** Returns files in the order of the patterns, and of their paths within one. */
    private Set<Path> matching(List<String> patterns) {
        Set<Path> files = allFiles(patterns);
        Set<Path> matching = new LinkedHashSet<>();
        for (String text : patterns) {
            PathPattern pattern = PathPattern.of(text);
            for (Path file : files) {
                if (pattern.fits(slashed(file))) {
                    matching.add(file);
                }
            }
        }
        return matching;
    }

    private String slashed(Path file) {
        return directory.relativize(file).toString().replace('\\', '/');
    }

    private Set<Path> allFiles(List<String> patterns) {
        List<PathPattern> all = patterns.stream().map(PathPattern::of).toList();
        Set<String> passedOver = new TreeSet<>(CheckoutFiles.FOREIGN);
        passedOver.removeIf(name -> patterns.stream().anyMatch(pattern -> pattern.contains(name)));
        Set<Path> files = new TreeSet<>();
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                    cancellation.throwIfCancelled();
                    return passedOver.contains(String.valueOf(each.getFileName()))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) {
                    String path = slashed(each);
                    if (!attributes.isDirectory() && all.stream().anyMatch(pattern -> pattern.fits(path))) {
                        files.add(each);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path each, IOException locked) throws IOException {
                    if (each.equals(directory)) {
                        throw locked;
                    }
                    // a directory that nobody may read has no report that this build could read
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failure) {
            throw unsearchable(directory, failure);
        }
        return files;
    }

    private static EngineException unsearchable(Path what, IOException cause) {
        return new EngineException(
                FailureKind.COVERAGE_UNREADABLE,
                "Reports cannot be searched in " + what,
                String.valueOf(cause),
                "Look whether the build may read it.",
                cause);
    }
}
