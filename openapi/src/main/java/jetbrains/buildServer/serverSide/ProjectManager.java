package jetbrains.buildServer.serverSide;

import java.util.List;
import jetbrains.buildServer.serverSide.auth.AccessDeniedException;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** The projects and their build configurations. */
public interface ProjectManager {
    @NotNull
    SProject getRootProject();

    @NotNull
    List<SProject> getProjects();

    /** Finds a project by its internal id. */
    @Nullable
    SProject findProjectById(@Nullable String projectId);

    @Nullable
    SProject findProjectByExternalId(@Nullable String externalId);

    /** Finds a build configuration by its internal id. */
    @Nullable
    SBuildType findBuildTypeById(@Nullable String buildTypeId) throws AccessDeniedException;

    @Nullable
    SBuildType findBuildTypeByExternalId(@Nullable String externalId) throws AccessDeniedException;
}
