package org.ecsdelivery.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a text with the approved one beside the test; what differs is left under target/ to be read and approved by copying. */
final class Golden {
    private static final Path ACTUAL = Path.of("target", "golden");

    private Golden() {}

    static void assertMatches(String actual, String file) {
        try (InputStream approved = Golden.class.getResourceAsStream(file)) {
            Files.createDirectories(ACTUAL);
            Files.writeString(ACTUAL.resolve(file), actual);
            String expected = approved == null ? "" : new String(approved.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(actual)
                    .as(
                            "the sentences differ from %s; if they are better now, copy %s over it",
                            file, ACTUAL.resolve(file))
                    .isEqualTo(expected);
        } catch (IOException cause) {
            throw new UncheckedIOException("The approved text " + file + " cannot be read", cause);
        }
    }
}
