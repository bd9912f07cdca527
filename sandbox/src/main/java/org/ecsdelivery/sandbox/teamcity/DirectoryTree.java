package org.ecsdelivery.sandbox.teamcity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory with everything below it. */
record DirectoryTree(Path root) {

    /** Deletes the directory and what is in it; an absent one is left absent. Links are deleted, not followed. */
    void delete() throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Deletes what is in the directory and keeps the directory itself. */
    void empty() throws IOException {
        delete();
        Files.createDirectories(root);
    }
}
