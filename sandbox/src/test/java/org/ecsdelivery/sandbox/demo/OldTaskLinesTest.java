package org.ecsdelivery.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldTaskLinesTest {
    @TempDir
    Path directory;

    @Test
    void tellsHowLongATaskTookForEveryRung() throws IOException {
        Path report = Files.writeString(directory.resolve("deployment.json"), """
                {"oldTasks": [{"task": "a1", "rungs": [{"rung": "SERVING", "seconds": 9.94},
                  {"rung": "DRAINING", "seconds": 8}, {"rung": "STOPPED"}]}]}""");

        assertThat(OldTaskLines.of(report)).isEqualTo(Map.of("a1", "serving 9.9 s > draining 8.0 s > stopped"));
    }

    @Test
    void tellsNothingOfADeploymentWithoutOldTasks() throws IOException {
        assertThat(OldTaskLines.of(Files.writeString(directory.resolve("deployment.json"), "{}")))
                .isEmpty();
    }
}
