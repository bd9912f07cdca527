package jetbrains.buildServer;

import org.jetbrains.annotations.NotNull;

/** Names a project. */
public interface BuildProject {
    @NotNull
    String getProjectId();

    @NotNull
    String getExternalId();

    @NotNull
    String getName();

    @NotNull
    String getFullName();
}
