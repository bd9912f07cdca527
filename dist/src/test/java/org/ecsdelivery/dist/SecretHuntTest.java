package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretHuntTest {
    private static final byte[] SECRET = "a=hunter2-canary".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    private final SecretHunt hunt = new SecretHunt(SecretForms.of("the password", "hunter2-canary"));

    @Test
    void findsWhatIsPackedInsideOfWhatIsPacked() throws IOException {
        Path file = directory.resolve("report.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("inner.gz"));
            OutputStream inner = new GZIPOutputStream(zip);
            inner.write(SECRET);
            ((GZIPOutputStream) inner).finish();
            zip.closeEntry();
        }

        hunt.below(directory);

        assertThat(hunt.found()).singleElement().asString().contains("the password in", "inner.gz, unpacked");
    }

    @Test
    void findsWhatLiesDeepInADirectory() throws IOException {
        Files.write(Files.createDirectories(directory.resolve("a/b")).resolve("c"), SECRET);

        hunt.below(directory);

        assertThat(hunt.found()).hasSize(1);
    }

    @Test
    void findsWhatIsAppendedToAFileThatWasThereBefore() throws IOException {
        Path log = Files.writeString(directory.resolve("agent.log"), "started\n");
        hunt.knows(directory);
        Files.write(log, SECRET, StandardOpenOption.APPEND);

        hunt.below(directory);

        assertThat(hunt.found()).hasSize(1);
    }

    @Test
    void findsNothingWhereNothingIs() throws IOException {
        Files.writeString(directory.resolve("a"), "a=hunter2");

        hunt.below(directory);

        assertThat(hunt.found()).isEmpty();
    }
}
