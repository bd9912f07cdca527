package jetbrains.buildServer.serverSide.healthStatus;

import jetbrains.buildServer.serverSide.SBuildType;
import org.jetbrains.annotations.NotNull;

/** Takes what a health report tells. */
public interface HealthStatusItemConsumer {
    void consumeForBuildType(@NotNull SBuildType buildType, @NotNull HealthStatusItem item);
}
