package org.ecsdelivery.sandbox.chromium;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class ChromiumRequirementTest {
    @TempDir
    Path directory;

    @Test
    void abortsPolitelyOnADevelopersMachineWithoutChromium() {
        assertThatThrownBy(requirement(false)::check)
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("Install Debian's packages chromium and chromium-driver.");
    }

    @Test
    void failsInContinuousIntegrationWithoutChromium() {
        assertThatThrownBy(requirement(true)::check)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("With CI=true this test must run, not be skipped.");
    }

    @Test
    void asksForTheDriverAsWell() throws IOException {
        plant("chromium");
        assertThatThrownBy(requirement(true)::check).hasMessageContaining("No chromedriver on the PATH.");
    }

    @Test
    void isContentWithBoth() throws IOException {
        plant("chromium");
        plant("chromedriver");
        assertThatCode(requirement(true)::check).doesNotThrowAnyException();
    }

    private ChromiumRequirement requirement(boolean ci) {
        return new ChromiumRequirement(new Chromium(List.of(directory)), ci);
    }

    private void plant(String program) throws IOException {
        Path file = Files.createFile(directory.resolve(program));
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }
}
