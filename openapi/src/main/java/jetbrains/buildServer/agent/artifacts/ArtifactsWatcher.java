package jetbrains.buildServer.agent.artifacts;

import org.jetbrains.annotations.NotNull;

/** Publishes artifacts while the build runs; a path may be followed by {@code => target}. */
public interface ArtifactsWatcher {
    void addNewArtifactsPath(@NotNull String artifactsPath);
}
