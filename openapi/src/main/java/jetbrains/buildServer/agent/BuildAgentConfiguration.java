package jetbrains.buildServer.agent;

import java.io.File;
import java.util.Map;
import jetbrains.buildServer.parameters.ValueResolver;
import org.jetbrains.annotations.NotNull;

/** The agent's settings, directories and parameters. */
public interface BuildAgentConfiguration {
    String getName();

    String getServerUrl();

    @NotNull
    File getWorkDirectory();

    @NotNull
    File getTempDirectory();

    @NotNull
    File getBuildTempDirectory();

    @NotNull
    File getAgentTempDirectory();

    @NotNull
    File getAgentToolsDirectory();

    @NotNull
    File getAgentPluginsDirectory();

    @NotNull
    File getAgentHomeDirectory();

    @NotNull
    File getAgentLogsDirectory();

    @NotNull
    File getCacheDirectory(@NotNull String name);

    @NotNull
    File getSystemDirectory();

    @NotNull
    BuildAgentSystemInfo getSystemInfo();

    void addSystemProperty(@NotNull String key, @NotNull String value);

    void addEnvironmentVariable(@NotNull String key, @NotNull String value);

    void addConfigurationParameter(@NotNull String key, @NotNull String value);

    boolean removeConfigurationParameter(@NotNull String key);

    @NotNull
    BuildParametersMap getBuildParameters();

    @NotNull
    Map<String, String> getConfigurationParameters();

    @NotNull
    ValueResolver getParametersResolver();
}
