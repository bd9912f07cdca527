package org.ecsdelivery.dsl.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The list of files that were generated, so that those that are no longer needed can be removed and nothing else. It lies beside the settings
 * directory, since TeamCity empties that one before each of its own commits.
 */
final class Manifest {
    private static final String HEAD =
            "# Generated. These files may be changed and removed by the next run, and no others.\n";
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_]+(/[A-Za-z0-9_.-]+)*/[A-Za-z0-9_.-]+\\.xml");

    private final Path file;

    private Manifest(Path file) {
        this.file = file;
    }

    static Manifest of(Path directory) {
        return new Manifest(directory.resolveSibling(directory.getFileName() + ".files"));
    }

    /** Returns the files of the last run; lines that could lead elsewhere are left alone. */
    SortedSet<String> read() {
        SortedSet<String> paths = new TreeSet<>();
        if (!Files.exists(file)) {
            return paths;
        }
        try {
            Files.readAllLines(file).stream()
                    .filter(line -> SAFE.matcher(line).matches() && !line.contains(".."))
                    .forEach(paths::add);
            return paths;
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "The list of generated files " + file
                            + " cannot be read. Restore it, or delete it and what it lists.",
                    cause);
        }
    }

    void write(Collection<String> paths) {
        String text = HEAD + String.join("\n", new TreeSet<>(paths)) + (paths.isEmpty() ? "" : "\n");
        WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
