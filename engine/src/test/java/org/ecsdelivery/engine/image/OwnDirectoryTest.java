package org.ecsdelivery.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnDirectoryTest {
    @TempDir
    Path parent;

    private Path left(String name) throws IOException {
        Path directory = Files.createDirectory(parent.resolve(name));
        Files.writeString(directory.resolve("config.json"), "secret");
        return directory;
    }

    @Test
    void isGoneWithAllThatIsInItWhenClosed() throws IOException {
        try (OwnDirectory directory = OwnDirectory.in(parent)) {
            Files.createDirectories(directory.path().resolve("a/b"));
            Files.writeString(directory.path().resolve("a/b/c"), "c");
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void removesWhatAProcessThatIsGoneHasLeft() throws IOException {
        Path left = left("ecs-delivery-p" + Long.MAX_VALUE + "-1");
        OwnDirectory.in(parent).close();
        assertThat(left).doesNotExist();
    }

    @Test
    void removesWhatWasThereBeforeTheProcessOfThatNumberBegan() throws IOException {
        Path left = left("ecs-delivery-p" + ProcessHandle.current().pid() + "-1");
        Files.setLastModifiedTime(left, FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
        OwnDirectory.in(parent).close();
        assertThat(left).doesNotExist();
    }

    @Test
    void leavesThoseOfProcessesThatRunAndWhatIsNoneOfThem() throws IOException {
        left("ecs-delivery-p" + ProcessHandle.current().pid() + "-1");
        left("ecs-delivery-12");
        left("other");
        OwnDirectory.in(parent).close();
        assertThat(parent.toFile().list()).hasSize(3);
    }
}
