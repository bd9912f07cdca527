package org.ecsdelivery.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildFailureTest {
    private static final String PLAIN =
            "Correct the Dockerfile or the files it copies; the log above shows every step.";

    @TempDir
    Path directory;

    private EngineException failureOf(String dockerfile) throws IOException {
        Path file = Files.writeString(directory.resolve("Dockerfile"), dockerfile);
        return BuildFailure.of(file, Optional.of("Step 2/3 : RUN make"), "exit code 2");
    }

    @Test
    void saysWhichStepOfWhichDockerfileFailedAndWhy() throws IOException {
        EngineException failure = failureOf("FROM scratch\n");
        assertThat(failure.kind()).isEqualTo(FailureKind.BUILD_FAILED);
        assertThat(failure)
                .hasMessage("The image could not be built from " + directory.resolve("Dockerfile")
                        + ", at Step 2/3: RUN make: exit code 2. " + PLAIN);
    }

    @Test
    void sendsADockerfileThatNeedsBuildKitToTheSettingThatChoosesIt() throws IOException {
        assertThat(failureOf("FROM scratch\nRUN --mount=type=cache make\n").remedy())
                .contains(
                        "The Dockerfile uses RUN --mount (line 2), which only BuildKit understands: choose AUTO or BUILDKIT as"
                                + " Builder (image.builder).");
    }

    @Test
    void doesNotBlameBuildKitForAnOrdinaryDockerfile() throws IOException {
        assertThat(failureOf("FROM scratch\nCOPY --chown=1:1 a /\n").remedy()).contains(PLAIN);
    }

    @Test
    void doesNotNeedToReadTheDockerfile() throws IOException {
        Path absent = directory.resolve("absent");
        assertThat(BuildFailure.of(absent, Optional.empty(), "gone"))
                .hasMessageStartingWith("The image could not be built from " + absent + ": gone.");
    }

    @Test
    void looksForBuildKitInADockerfileOfAnyEncoding() throws IOException {
        Path file = Files.write(
                directory.resolve("Dockerfile"),
                "# für\nRUN --mount=type=cache make\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(BuildFailure.of(file, Optional.empty(), "x").remedy())
                .hasValueSatisfying(remedy -> assertThat(remedy).contains("RUN --mount (line 2)"));
    }
}
