package org.ecsdelivery.sandbox.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A build context of the size of a small web application: a layer of libraries, a layer of sources, and what is not sent. */
final class SampleContext {
    private static final int LIBRARIES = 300;
    private static final int LIBRARY_BYTES = 64 * 1024;
    private static final int SOURCES = 200;
    private static final int SOURCE_BYTES = 4 * 1024;

    private final Path directory;

    private SampleContext(Path directory) {
        this.directory = directory;
    }

    /** Writes a context; another seed gives other content in files of the same size, so that no cache is shared. */
    static SampleContext write(Path directory, long seed) {
        try {
            Random content = new Random(seed);
            plant(directory.resolve("libraries"), LIBRARIES, LIBRARY_BYTES, content);
            plant(directory.resolve("sources"), SOURCES, SOURCE_BYTES, content);
            plant(directory.resolve(".git"), SOURCES, SOURCE_BYTES, content);
            Files.writeString(directory.resolve(".dockerignore"), ".git\n");
            Files.write(
                    directory.resolve("Dockerfile"),
                    List.of("FROM scratch", "COPY libraries /libraries", "COPY sources /sources"));
            return new SampleContext(directory);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static void plant(Path directory, int files, int bytes, Random content) throws IOException {
        Files.createDirectories(directory);
        for (int i = 0; i < files; i++) {
            byte[] text = new byte[bytes];
            content.nextBytes(text);
            Files.write(directory.resolve("file" + i), text);
        }
    }

    /** Changes one source file to what it never was before. */
    void change() {
        try {
            Files.writeString(
                    directory.resolve("sources/file0"), UUID.randomUUID().toString());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    Path directory() {
        return directory;
    }

    static String description() {
        return LIBRARIES + " libraries of " + LIBRARY_BYTES / 1024 + " KiB, " + SOURCES + " sources of "
                + SOURCE_BYTES / 1024 + " KiB";
    }
}
