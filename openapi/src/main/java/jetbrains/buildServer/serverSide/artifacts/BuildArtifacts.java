package jetbrains.buildServer.serverSide.artifacts;

import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** What a build published. */
public interface BuildArtifacts {
    @Nullable
    BuildArtifact getArtifact(@NotNull String relativePath);

    boolean isAvailable();
}
