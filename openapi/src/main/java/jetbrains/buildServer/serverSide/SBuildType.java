package jetbrains.buildServer.serverSide;

import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** A build configuration. */
public interface SBuildType extends BuildTypeIdentity, BuildTypeSettings, ParametersSupport {
    @Override
    @NotNull
    SProject getProject();

    /** Returns the last build of the default branch that succeeded. */
    @Nullable
    SFinishedBuild getLastChangesSuccessfullyFinished();

    @NotNull
    CustomDataStorage getCustomDataStorage(@NotNull String storageId);
}
