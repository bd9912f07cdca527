package jetbrains.buildServer.serverSide;

import java.util.Collection;
import java.util.List;
import jetbrains.buildServer.BuildProject;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** A project. */
public interface SProject extends BuildProject {
    @Nullable
    SProject getParentProject();

    /** Returns the projects from the root to this one. */
    @NotNull
    List<SProject> getProjectPath();

    @NotNull
    List<SBuildType> getOwnBuildTypes();

    /** Returns the build configurations of this project and of its subprojects. */
    @NotNull
    List<SBuildType> getBuildTypes();

    @Nullable
    SBuildType findBuildTypeByExternalId(@NotNull String externalId);

    @NotNull
    Collection<SProjectFeatureDescriptor> getOwnFeaturesOfType(@NotNull String type);

    /** Returns the features of this project and of those above it. */
    @NotNull
    Collection<SProjectFeatureDescriptor> getAvailableFeaturesOfType(@NotNull String type);
}
