package org.ecsdelivery.dsl.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** Writes a file whole or not at all: half of one would have lost its uuid. */
final class WholeFile {
    private WholeFile() {}

    /** Writes the file unless it has these bytes already; tells whether it did. */
    static boolean write(Path file, byte[] bytes) {
        try {
            if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
                return false;
            }
            Path half = half(file, bytes);
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "The file " + file + " cannot be written (" + cause.getMessage()
                            + "). Make it and its directory writable for you.",
                    cause);
        }
    }

    /** Most directories are there, and asking for each costs as much as a file does: the few that are missing show themselves. */
    private static Path half(Path file, byte[] bytes) throws IOException {
        Path half = file.toAbsolutePath().resolveSibling(file.getFileName() + ".tmp");
        try {
            return Files.write(half, bytes);
        } catch (NoSuchFileException missing) {
            Files.createDirectories(half.getParent());
            return Files.write(half, bytes);
        }
    }
}
