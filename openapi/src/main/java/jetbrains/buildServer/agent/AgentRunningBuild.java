package jetbrains.buildServer.agent;

import java.io.File;
import java.util.Collection;
import java.util.Map;
import jetbrains.buildServer.parameters.ValueResolver;
import jetbrains.buildServer.util.PasswordReplacer;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** The build that is running on the agent. */
public interface AgentRunningBuild extends AgentBuildSettings {
    @NotNull
    File getCheckoutDirectory();

    @Nullable
    String getArtifactsPaths();

    boolean getFailBuildOnExitCode();

    @NotNull
    String getBuildNumber();

    @NotNull
    Map<String, String> getSharedConfigParameters();

    void addSharedConfigParameter(@NotNull String key, @NotNull String value);

    void addSharedSystemProperty(@NotNull String key, @NotNull String value);

    void addSharedEnvironmentVariable(@NotNull String key, @NotNull String value);

    @NotNull
    BuildParametersMap getSharedBuildParameters();

    @NotNull
    ValueResolver getSharedParametersResolver();

    @NotNull
    Collection<AgentBuildFeature> getBuildFeatures();

    @NotNull
    Collection<AgentBuildFeature> getBuildFeaturesOfType(@NotNull String type);

    void stopBuild(@NotNull String reason);

    @Nullable
    BuildInterruptReason getInterruptReason();

    void interruptBuild(@NotNull String comment, boolean reQueue);

    boolean isBuildFailingOnServer() throws InterruptedException;

    boolean isInAlwaysExecutingStage();

    @NotNull
    PasswordReplacer getPasswordReplacer();

    @NotNull
    Map<String, String> getArtifactStorageSettings();
}
