package jetbrains.buildServer;

import java.util.Date;
import jetbrains.buildServer.messages.Status;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** A build, running or finished. */
public interface Build {
    long getBuildId();

    @NotNull
    String getBuildTypeId();

    @NotNull
    String getBuildTypeExternalId();

    @NotNull
    String getBuildTypeName();

    @NotNull
    String getFullName();

    @Nullable
    String getProjectId();

    @Nullable
    String getProjectExternalId();

    boolean isPersonal();

    boolean isFinished();

    @NotNull
    Date getStartDate();

    Status getBuildStatus();

    String getBuildNumber();

    String getAgentName();
}
