package org.ecsdelivery.sandbox.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The sample application as an agent checks it out: a copy, since a build writes into its checkout directory. */
final class Checkout {
    private Checkout() {}

    /** Copies the sources to a directory that is not there yet, and returns it. */
    static Path of(Path sources, Path directory) {
        try (Stream<Path> tree = Files.walk(sources)) {
            List<Path> parentsFirst = tree.toList();
            for (Path each : parentsFirst) {
                Path copy = directory.resolve(sources.relativize(each).toString());
                Files.copy(each, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
            return directory;
        } catch (IOException cause) {
            throw new UncheckedIOException("The sources in " + sources + " cannot be copied to " + directory, cause);
        }
    }

    /** Copies one more file into a directory of the checkout, as somebody does who takes it over. */
    static void add(Path file, Path directory) {
        try {
            Files.createDirectories(directory);
            Files.copy(file, directory.resolve(file.getFileName()));
        } catch (IOException cause) {
            throw new UncheckedIOException(file + " cannot be copied to " + directory, cause);
        }
    }
}
