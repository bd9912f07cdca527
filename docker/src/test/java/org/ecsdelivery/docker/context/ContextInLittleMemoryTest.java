package org.ecsdelivery.docker.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A context is sent by a Java that could not hold its list of files, let alone their content. */
class ContextInLittleMemoryTest {
    private static final int DIRECTORIES = 100;
    private static final int FILES = 200;
    /** A stream of the files alone has this many blocks: a header each. */
    private static final long BLOCK = 512;

    @TempDir
    Path context;

    /** Reads the context in the directory given to its end, and prints its length; runs in a Java of its own. */
    static final class Reading {
        public static void main(String[] arguments) throws IOException {
            ContextWalk walk = new ContextWalk(Path.of(arguments[0]), DockerIgnore.parse("*.log\n!*.txt\n"));
            long all = 0;
            try (ContextTar tar = new ContextTar(walk, Map.of())) {
                ByteBuffer into = ByteBuffer.allocateDirect(64 * 1024);
                for (int count = 0; count >= 0; count = tar.read(into.clear())) {
                    all += count;
                }
            }
            System.out.print(all);
        }
    }

    @Test
    void needsNoMoreForManyFilesAndALargeOne() throws Exception {
        String name = "a-name-of-some-length-".repeat(8);
        for (int i = 0; i < DIRECTORIES; i++) {
            Path directory = Files.createDirectory(context.resolve("directory" + i));
            for (int j = 0; j < FILES; j++) {
                Files.createFile(directory.resolve(name + j));
            }
        }
        try (RandomAccessFile large =
                new RandomAccessFile(context.resolve("large").toFile(), "rw")) {
            large.setLength(256 << 20);
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx8m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName(),
                        context.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String length = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).isZero();
        // a long name brings two blocks more
        long files = DIRECTORIES * (1 + 3L * FILES) * BLOCK;
        assertThat(Long.parseLong(length)).isEqualTo(files + BLOCK + (256 << 20) + 2 * BLOCK);
    }
}
