package org.ecsdelivery.sandbox.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.EnvFileHistory;
import org.ecsdelivery.sandbox.teamcity.BuildResult;

/** The env files of a build on the last screen, read from what the build left: names without values, and no file. */
final class EnvFileLines {
    private EnvFileLines() {}

    /** Returns a line for each file; none when the build made none. */
    static List<String> of(BuildResult result, Path checkout) {
        return history(result.artifactsDirectory().resolve(EnvFileHistory.ARTIFACT))
                .map(EnvFileHistory::hashes)
                .orElse(Map.of())
                .entrySet()
                .stream()
                .map(file -> file.getKey() + " with "
                        + String.join(", ", file.getValue().keySet()) + "; "
                        + (Files.exists(checkout.resolve(file.getKey())) ? "still there" : "deleted"))
                .toList();
    }

    private static Optional<EnvFileHistory> history(Path artifact) {
        try {
            return Files.exists(artifact) ? EnvFileHistory.parse(Files.readString(artifact)) : Optional.empty();
        } catch (IOException cause) {
            throw new UncheckedIOException("The artifact " + artifact + " cannot be read", cause);
        }
    }
}
