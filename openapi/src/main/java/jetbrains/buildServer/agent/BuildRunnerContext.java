package jetbrains.buildServer.agent;

import java.io.File;
import java.util.Map;
import jetbrains.buildServer.parameters.ValueResolver;
import org.jetbrains.annotations.NotNull;

/** One step of a running build, with its resolved parameters. */
public interface BuildRunnerContext {
    String getId();

    @NotNull
    AgentRunningBuild getBuild();

    @NotNull
    File getWorkingDirectory();

    @NotNull
    String getRunType();

    @NotNull
    String getName();

    @NotNull
    BuildParametersMap getBuildParameters();

    @NotNull
    Map<String, String> getConfigParameters();

    @NotNull
    Map<String, String> getRunnerParameters();

    void addSystemProperty(@NotNull String key, @NotNull String value);

    void addEnvironmentVariable(@NotNull String key, @NotNull String value);

    void addConfigParameter(@NotNull String key, @NotNull String value);

    void addRunnerParameter(@NotNull String key, @NotNull String value);

    @NotNull
    ValueResolver getParametersResolver();

    boolean isVirtualContext();
}
