package org.ecsdelivery.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.settings.Attestations;
import org.ecsdelivery.common.settings.BuildCache;
import org.ecsdelivery.common.settings.BuildNetwork;
import org.ecsdelivery.common.settings.BuildOptions;
import org.ecsdelivery.common.settings.ImageCleanUp;
import org.ecsdelivery.engine.failure.EngineException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DockerfileTextTest {
    private static final BuildOptions TEXT = new BuildOptions(
            Optional.of("FROM scratch\n"),
            List.of(),
            BuildNetwork.DEFAULT,
            Map.of(),
            Attestations.NONE,
            ImageCleanUp.KEEP,
            BuildCache.NONE);

    @TempDir
    Path temporary;

    @TempDir
    Path checkout;

    private BuildPlace place;

    @BeforeEach
    void plant() {
        place = new BuildPlace(checkout, checkout, temporary).keeping(Set.of(checkout.resolve(".env")));
    }

    @Test
    void liesInTheTemporaryDirectoryForTheTimeOfTheStep() throws IOException {
        Path file;
        try (DockerfileText text = DockerfileText.of(TEXT, place)) {
            file = text.in(place).dockerfile().orElseThrow();
            assertThat(file).hasContent("FROM scratch\n").startsWith(temporary);
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void goesAlongWithNoBuildContext() {
        try (DockerfileText text = DockerfileText.of(TEXT, place)) {
            BuildPlace found = text.in(place);
            assertThat(found.kept())
                    .containsExactlyInAnyOrder(
                            checkout.resolve(".env"), found.dockerfile().orElseThrow());
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "its files have no such permissions")
    void isReadByTheAgentsUserOnly() throws IOException {
        try (DockerfileText text = DockerfileText.of(TEXT, place)) {
            Path file = text.in(place).dockerfile().orElseThrow();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void leavesThePlaceAsItIsWhereTheDockerfileIsAFile() {
        try (DockerfileText text = DockerfileText.of(BuildOptions.NONE, place)) {
            assertThat(text.in(place)).isEqualTo(place);
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void saysThatItCouldNotBeWritten() throws IOException {
        BuildPlace nowhere = new BuildPlace(checkout, checkout, Files.createFile(temporary.resolve("file")));
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> DockerfileText.of(TEXT, nowhere))
                .withMessageContaining("Dockerfile text (image.dockerfileText) could not be written");
    }
}
