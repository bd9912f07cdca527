package jetbrains.buildServer.serverSide;

import org.jetbrains.annotations.NotNull;

/** Names a build configuration or a template. */
public interface BuildTypeIdentity {
    @NotNull
    String getInternalId();

    @NotNull
    String getExternalId();

    @NotNull
    String getName();

    @NotNull
    SProject getProject();
}
