package org.ecsdelivery.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.settings.EnvFileHistory;
import org.ecsdelivery.sandbox.teamcity.BuildResult;
import org.ecsdelivery.sandbox.teamcity.BuildResult.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFileLinesTest {
    @TempDir
    Path directory;

    @Test
    void namesTheVariablesOfAFileThatIsDeleted() throws IOException {
        publish();

        assertThat(EnvFileLines.of(result(), directory.resolve("checkout"))).containsExactly(".env with A, B; deleted");
    }

    @Test
    void tellsWhenTheFileIsStillThere() throws IOException {
        publish();
        Files.createDirectories(directory.resolve("checkout"));
        Files.writeString(directory.resolve("checkout/.env"), "A=1");

        assertThat(EnvFileLines.of(result(), directory.resolve("checkout")))
                .containsExactly(".env with A, B; still there");
    }

    @Test
    void showsNothingOfABuildWithoutEnvFiles() {
        assertThat(EnvFileLines.of(result(), directory)).isEmpty();
    }

    private void publish() throws IOException {
        Path artifact = directory.resolve("artifacts").resolve(EnvFileHistory.ARTIFACT);
        Files.createDirectories(artifact.resolve("..").normalize());
        Files.writeString(artifact, new EnvFileHistory("1", Map.of(".env", hashes())).text());
    }

    private static Map<String, String> hashes() {
        Map<String, String> hashes = new java.util.LinkedHashMap<>();
        hashes.put("A", "00");
        hashes.put("B", "11");
        return hashes;
    }

    private BuildResult result() {
        Map<String, BigDecimal> statistics = Map.of();
        return new BuildResult(
                Outcome.SUCCESS,
                "42",
                "Success",
                List.of(),
                List.of(),
                statistics,
                Map.of(),
                directory.resolve("artifacts"),
                List.of(),
                List.of(),
                Duration.ZERO);
    }
}
