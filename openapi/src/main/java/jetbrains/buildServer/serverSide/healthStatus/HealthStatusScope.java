package jetbrains.buildServer.serverSide.healthStatus;

import java.util.Collection;
import jetbrains.buildServer.serverSide.SBuildType;
import org.jetbrains.annotations.NotNull;

/** What a health report is asked about. */
public interface HealthStatusScope {
    @NotNull
    Collection<SBuildType> getBuildTypes();

    boolean isItemWithSeverityAccepted(@NotNull ItemSeverity severity);
}
