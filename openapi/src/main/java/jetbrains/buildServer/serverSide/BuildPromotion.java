package jetbrains.buildServer.serverSide;

import java.util.Map;
import jetbrains.buildServer.users.SUser;
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

    /** Returns whose personal build it is. */
    @Nullable
    SUser getOwner();

    @NotNull
    Map<String, String> getParameters();

    /** Returns the parameters that were given for this build, besides those of its configuration. */
    @NotNull
    Map<String, String> getCustomParameters();

    @Nullable
    SQueuedBuild getQueuedBuild();

    /** Returns the build, or nothing while it waits in the queue. */
    @Nullable
    SBuild getAssociatedBuild();
}
