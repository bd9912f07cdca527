package org.ecsdelivery.docker.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Build contexts of which the image needs nothing. */
final class SampleTrees {
    private static final int FILES_PER_DIRECTORY = 100;
    private static final int LARGEST = 4096;

    private SampleTrees() {}

    private static Path withDockerfile(Path root) throws IOException {
        Files.createDirectories(root);
        Files.write(root.resolve("Dockerfile"), List.of("FROM scratch", "COPY Dockerfile /"));
        return root;
    }

    /** Plants small files of different sizes. */
    static Path ofFiles(Path root, int files) throws IOException {
        byte[] content = new byte[LARGEST];
        new Random(1).nextBytes(content);
        Path directory = root;
        for (int i = 0; i < files; i++) {
            if (i % FILES_PER_DIRECTORY == 0) {
                directory = root.resolve("module" + i % 10).resolve("package" + i);
                Files.createDirectories(directory);
            }
            Files.write(directory.resolve("File" + i + ".java"), Arrays.copyOf(content, i * 37 % LARGEST));
        }
        return withDockerfile(root);
    }

    /** Plants one file that no file system can shorten. */
    static Path ofOneFile(Path root, long size) throws IOException {
        withDockerfile(root);
        byte[] content = new byte[1 << 20];
        Random random = new Random(2);
        try (OutputStream file = Files.newOutputStream(root.resolve("large"))) {
            for (long left = size; left > 0; left -= content.length) {
                random.nextBytes(content);
                file.write(content);
            }
        }
        return root;
    }
}
