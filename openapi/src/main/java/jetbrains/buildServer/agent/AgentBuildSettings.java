package jetbrains.buildServer.agent;

import java.io.File;
import java.util.List;
import jetbrains.buildServer.vcs.VcsChangeInfo;
import org.jetbrains.annotations.NotNull;

/** What the server told the agent about a build. */
public interface AgentBuildSettings {
    String getProjectName();

    @NotNull
    String getBuildTypeId();

    @NotNull
    String getBuildTypeExternalId();

    String getBuildTypeName();

    long getBuildId();

    boolean isCleanBuild();

    boolean isPersonal();

    boolean isPersonalPatchAvailable();

    long getExecutionTimeoutMinutes();

    @NotNull
    String getAccessUser();

    @NotNull
    String getAccessCode();

    @NotNull
    List<VcsChangeInfo> getVcsChanges();

    @NotNull
    List<VcsChangeInfo> getPersonalVcsChanges();

    @NotNull
    File getBuildTempDirectory();

    @NotNull
    File getAgentTempDirectory();

    @NotNull
    BuildProgressLogger getBuildLogger();

    @NotNull
    BuildAgentConfiguration getAgentConfiguration();

    @NotNull
    List<BuildRunnerSettings> getBuildRunners();
}
