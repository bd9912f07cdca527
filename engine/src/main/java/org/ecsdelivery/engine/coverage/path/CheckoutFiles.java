package org.ecsdelivery.engine.coverage.path;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The files of the checkout, by their names: made once, asked for every path of every report. */
public final class CheckoutFiles {
    /** No files are known: paths are believed as they come. */
    public static final CheckoutFiles NONE = new CheckoutFiles(List.of());

    private static final int MOST = 1_000_000;
    /** Directories of version control, and of packages that others have written. */
    public static final Set<String> FOREIGN = Set.of(".git", ".hg", ".svn", "node_modules");

    private final Set<String> paths;
    private final Map<String, List<String>> byName = new HashMap<>();

    private CheckoutFiles(Collection<String> paths) {
        this.paths = new HashSet<>(paths);
        for (String path : this.paths) {
            byName.computeIfAbsent(name(path), any -> new ArrayList<>(1)).add(path);
        }
    }

    /** Takes paths within the checkout, with slashes. */
    public static CheckoutFiles of(Collection<String> paths) {
        return new CheckoutFiles(paths);
    }

    /** Looks for all files of that directory; links are not followed, and packages of others not looked at. */
    public static CheckoutFiles in(Path checkout) throws IOException {
        List<String> found = new ArrayList<>();
        Files.walkFileTree(checkout, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                Path name = directory.getFileName();
                boolean skipped = name != null && FOREIGN.contains(name.toString()) && !directory.equals(checkout);
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found.add(checkout.relativize(file).toString().replace('\\', '/'));
                return found.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException reason) {
                return FileVisitResult.CONTINUE;
            }
        });
        return new CheckoutFiles(found);
    }

    /** Tells whether the checkout has that file. */
    public boolean has(String path) {
        return paths.contains(path);
    }

    /** Tells whether no files are known. */
    public boolean isEmpty() {
        return paths.isEmpty();
    }

    /** Returns all files of that name, whatever the case of its letters. */
    List<String> named(String path) {
        return byName.getOrDefault(name(path), List.of());
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
