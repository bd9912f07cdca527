package jetbrains.buildServer.serverSide.buildDistribution;

import org.jetbrains.annotations.NotNull;

/** A queued build as those see it who decide which one starts. */
public interface QueuedBuildInfo {
    @NotNull
    BuildPromotionInfo getBuildPromotionInfo();
}
