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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "RUN --mount=type=cache;target=/root/.m2 mvn package, --mount",
                "run --network=none make, --network",
                "COPY --link a /, --link",
                "COPY --chmod=755 a /, --chmod",
                "COPY --from=build --chmod=755 a /, --chmod",
                "ADD --checksum=sha256:abc https://example.com/a /, --checksum",
                "COPY --parents a/b /, --parents",
                "RUN <<EOF, <<EOF",
                "COPY <<-\"END\" /file, <<-\"END",
                "# syntax=docker/dockerfile:1, # syntax="
            })
    void namesWhatOnlyBuildKitUnderstands(String line, String named) throws IOException {
        EngineException failure = failureOf("FROM scratch\n" + line + "\n");
        assertThat(failure.remedy())
                .contains("The Dockerfile uses '" + named + "', which only BuildKit understands; this step does not"
                        + " support BuildKit yet. Write that line without it.");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "COPY --chown=1:1 a /",
                "COPY --from=build a /",
                "RUN echo --mounted",
                "# RUN --mount=type=cache make",
                "RUN echo $((1<<2))",
                "LABEL run='--mount'"
            })
    void doesNotBlameBuildKitFor(String line) throws IOException {
        assertThat(failureOf("FROM scratch\n" + line + "\n").remedy()).contains(PLAIN);
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
                .hasValueSatisfying(remedy -> assertThat(remedy).contains("'--mount'"));
    }
}
