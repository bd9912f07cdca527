package org.ecsdelivery.dsl.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.ecsdelivery.dsl.Settings;

/**
 * Settings as Java.
 *
 * @param main the class that has {@code settings()} and {@code main}
 * @param sources the Java files, by their paths
 * @param kept the XML files that stay as they are, each with the reason
 * @param untyped what has no type or method of its own and is said in general words, by the XML file that it is of
 * @param settings what the Java makes when it runs
 */
public record Imported(
        String main,
        SortedMap<String, String> sources,
        SortedMap<String, String> kept,
        SortedMap<String, String> untyped,
        Settings settings) {
    /**
     * Writes the Java files below a directory of sources.
     *
     * @throws IllegalStateException when one of them is there already; nothing is written then
     */
    public void writeTo(Path directory) {
        for (String each : sources.keySet()) {
            if (Files.exists(directory.resolve(each))) {
                throw new IllegalStateException(
                        "The file " + directory.resolve(each)
                                + " is there already, and may have been changed by hand. Remove it, or choose another package.");
            }
        }
        try {
            for (String each : sources.keySet()) {
                Path file = directory.resolve(each);
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, sources.get(each));
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("The Java files cannot be written to " + directory + ".", cause);
        }
    }
}
