package org.ecsdelivery.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.artifacts.BuildArtifact;
import jetbrains.buildServer.serverSide.artifacts.BuildArtifactsViewMode;
import org.ecsdelivery.common.settings.EnvFileHistory;

/**
 * Reads the history of env files that a build published. A build script could have published anything in its place, so what has not
 * the form is none, and no more is read than a build parameter should hold.
 */
final class EnvFileHistories {
    /** Some three thousand variables. */
    static final int MOST_BYTES = 256 * 1024;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private EnvFileHistories() {}

    /** Returns the history under the number that TeamCity knows the build by. */
    static Optional<EnvFileHistory> of(SBuild build) {
        BuildArtifact artifact =
                build.getArtifacts(BuildArtifactsViewMode.VIEW_HIDDEN_ONLY).getArtifact(EnvFileHistory.ARTIFACT);
        return Optional.ofNullable(artifact)
                .filter(BuildArtifact::isFile)
                .flatMap(EnvFileHistories::text)
                .flatMap(EnvFileHistory::parse)
                .filter(EnvFileHistories::holdsHashes)
                .map(history -> new EnvFileHistory(build.getBuildNumber(), history.hashes()));
    }

    /** An artifact that cannot be read is as good as none: the build can do without the comparison. */
    private static Optional<String> text(BuildArtifact artifact) {
        try (InputStream content = artifact.getInputStream()) {
            byte[] bytes = content.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES
                    ? Optional.empty()
                    : Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean holdsHashes(EnvFileHistory history) {
        return !history.hashes().isEmpty()
                && history.hashes().values().stream()
                        .flatMap(names -> names.values().stream())
                        .allMatch(hash -> HASH.matcher(hash).matches());
    }
}
