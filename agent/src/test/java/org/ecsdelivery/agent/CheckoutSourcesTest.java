package org.ecsdelivery.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckoutSourcesTest {
    @TempDir
    Path directory;

    @Test
    void readsTheStartOfAFileOfTheCheckout() throws IOException {
        Files.writeString(checkout().resolve("a.js"), "0123456789");

        assertThat(new CheckoutSources(checkout()).read("a.js", 4)).hasValue("0123".getBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "/etc/hostname", "link", "gone", "", ".", "a\u0000b"})
    void readsNothingElse(String path) throws IOException {
        Files.writeString(directory.resolve("secret"), "secret");
        Files.createSymbolicLink(checkout().resolve("link"), directory.resolve("secret"));

        assertThat(new CheckoutSources(checkout()).read(path, 100)).isEmpty();
    }

    private Path checkout() throws IOException {
        return Files.createDirectories(directory.resolve("checkout"));
    }
}
