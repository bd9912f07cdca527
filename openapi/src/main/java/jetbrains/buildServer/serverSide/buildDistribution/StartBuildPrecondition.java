package jetbrains.buildServer.serverSide.buildDistribution;

import java.util.Map;
import jetbrains.buildServer.BuildAgent;
import jetbrains.buildServer.serverSide.ServerExtension;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** Keeps builds in the queue. */
public interface StartBuildPrecondition extends ServerExtension {
    /**
     * Returns why the build must wait, or nothing.
     *
     * @param canBeStarted the builds that will start before it
     * @param emulationMode true when somebody only asks
     */
    @Nullable
    WaitReason canStart(
            @NotNull QueuedBuildInfo queuedBuild,
            @NotNull Map<QueuedBuildInfo, BuildAgent> canBeStarted,
            @NotNull BuildDistributorInput buildDistributorInput,
            boolean emulationMode);
}
