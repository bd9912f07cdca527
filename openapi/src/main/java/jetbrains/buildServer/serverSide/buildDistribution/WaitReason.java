package jetbrains.buildServer.serverSide.buildDistribution;

import org.jetbrains.annotations.NotNull;

/** Why a build waits. */
public interface WaitReason {
    @NotNull
    String getDescription();
}
