package jetbrains.buildServer.serverSide;

import java.util.Map;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** A build through all its states, from the queue to the history. */
public interface BuildPromotion {
    long getId();

    boolean isPersonal();

    @NotNull
    String getBuildTypeExternalId();

    @Nullable
    SBuildType getBuildType();

    @Nullable
    Branch getBranch();

    @NotNull
    Map<String, String> getParameters();

    /** Returns the build, or nothing while it waits in the queue. */
    @Nullable
    SBuild getAssociatedBuild();
}
