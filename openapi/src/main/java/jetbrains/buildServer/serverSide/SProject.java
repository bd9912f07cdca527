package jetbrains.buildServer.serverSide;

import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    @NotNull
    SProjectFeatureDescriptor addFeature(@NotNull String type, @NotNull Map<String, String> params);

    /** Tells whether there is such a feature. */
    boolean updateFeature(@NotNull String id, @NotNull String type, @NotNull Map<String, String> params);

    @Nullable
    SProjectFeatureDescriptor removeFeature(@NotNull String id);

    /** Tells whether only versioned settings may change the project. */
    boolean isReadOnly();

    void persist() throws PersistFailedException;

    /** Returns the features of this project and of those above it. */
    @NotNull
    Collection<SProjectFeatureDescriptor> getAvailableFeaturesOfType(@NotNull String type);
}
