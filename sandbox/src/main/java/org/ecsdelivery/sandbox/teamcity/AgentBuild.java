package org.ecsdelivery.sandbox.teamcity;

import java.io.File;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.agent.AgentBuildFeature;
import jetbrains.buildServer.agent.AgentRunningBuild;
import jetbrains.buildServer.agent.BuildAgentConfiguration;
import jetbrains.buildServer.agent.BuildInterruptReason;
import jetbrains.buildServer.agent.BuildParametersMap;
import jetbrains.buildServer.agent.BuildProgressLogger;
import jetbrains.buildServer.agent.BuildRunnerSettings;
import jetbrains.buildServer.agent.Constants;
import jetbrains.buildServer.parameters.ValueResolver;
import jetbrains.buildServer.util.PasswordReplacer;
import jetbrains.buildServer.vcs.VcsChangeInfo;
import org.jspecify.annotations.Nullable;

/** A running build as the agent half of a plugin sees it. */
final class AgentBuild implements AgentRunningBuild {
    private final BuildConfiguration configuration;
    private final BuildInputs inputs;
    private final AgentSettings agent;
    private final BuildFacts facts;
    private final FlowLog log;
    private final Passwords passwords;
    private final Interruption interruption;
    private final BuildSteps steps;

    AgentBuild(BuildSetup setup, AgentSettings agent) {
        this.configuration = setup.configuration();
        this.inputs = setup.inputs();
        this.agent = agent;
        this.facts = setup.facts();
        this.log = setup.log();
        this.passwords = setup.passwords();
        this.interruption = setup.interruption();
        this.steps = new BuildSteps();
    }

    /** The steps become known when the server has prepared them. */
    BuildSteps steps() {
        return steps;
    }

    FlowLog log() {
        return log;
    }

    BuildParameters parameters() {
        return facts.parameters();
    }

    @Override
    public String getProjectName() {
        return "Sandbox";
    }

    @Override
    public String getBuildTypeId() {
        return "bt1";
    }

    @Override
    public String getBuildTypeExternalId() {
        return configuration.id();
    }

    @Override
    public String getBuildTypeName() {
        return configuration.name();
    }

    @Override
    public long getBuildId() {
        return inputs.id();
    }

    @Override
    public boolean isCleanBuild() {
        return false;
    }

    @Override
    public boolean isPersonal() {
        return inputs.personal();
    }

    @Override
    public boolean isPersonalPatchAvailable() {
        return false;
    }

    @Override
    public long getExecutionTimeoutMinutes() {
        return 0;
    }

    @Override
    public String getAccessUser() {
        return "TeamCityBuildId=" + inputs.id();
    }

    @Override
    public String getAccessCode() {
        return "sandbox";
    }

    @Override
    public List<VcsChangeInfo> getVcsChanges() {
        return List.of();
    }

    @Override
    public List<VcsChangeInfo> getPersonalVcsChanges() {
        return List.of();
    }

    @Override
    public File getBuildTempDirectory() {
        return agent.getBuildTempDirectory();
    }

    @Override
    public File getAgentTempDirectory() {
        return agent.getAgentTempDirectory();
    }

    @Override
    public BuildProgressLogger getBuildLogger() {
        return log;
    }

    @Override
    public BuildAgentConfiguration getAgentConfiguration() {
        return agent;
    }

    @Override
    public File getCheckoutDirectory() {
        return configuration.checkoutDirectory().toFile();
    }

    @Override
    public String getArtifactsPaths() {
        return String.join("\n", configuration.artifactPaths());
    }

    @Override
    public boolean getFailBuildOnExitCode() {
        return true;
    }

    @Override
    public String getBuildNumber() {
        return facts.buildNumber();
    }

    @Override
    public Map<String, String> getSharedConfigParameters() {
        return parameters().resolvedConfiguration();
    }

    @Override
    public void addSharedConfigParameter(String key, String value) {
        parameters().set(key, value);
    }

    @Override
    public void addSharedSystemProperty(String key, String value) {
        parameters().set(Constants.SYSTEM_PREFIX + key, value);
    }

    @Override
    public void addSharedEnvironmentVariable(String key, String value) {
        parameters().set(Constants.ENV_PREFIX + key, value);
    }

    @Override
    public BuildParametersMap getSharedBuildParameters() {
        return parameters().resolvedBuildParameters();
    }

    @Override
    public ValueResolver getSharedParametersResolver() {
        return parameters().references();
    }

    @Override
    public Collection<AgentBuildFeature> getBuildFeatures() {
        return configuration.features().stream()
                .<AgentBuildFeature>map(each -> new ResolvedFeature(
                        each.type(), parameters().references().resolve(each.parameters())))
                .toList();
    }

    @Override
    public Collection<AgentBuildFeature> getBuildFeaturesOfType(String type) {
        return getBuildFeatures().stream()
                .filter(each -> each.getType().equals(type))
                .toList();
    }

    @Override
    public void stopBuild(String reason) {
        log.warning("The build is being stopped: " + reason);
        interruption.interrupt(BuildInterruptReason.AGENT_STOP_BUILD);
    }

    @Override
    public @Nullable BuildInterruptReason getInterruptReason() {
        return interruption.reason().orElse(null);
    }

    @Override
    public void interruptBuild(String comment, boolean reQueue) {
        stopBuild(comment);
    }

    @Override
    public boolean isBuildFailingOnServer() {
        return !facts.problems().isEmpty();
    }

    @Override
    public boolean isInAlwaysExecutingStage() {
        return interruption.reason().isPresent();
    }

    @Override
    public PasswordReplacer getPasswordReplacer() {
        return passwords;
    }

    @Override
    public Map<String, String> getArtifactStorageSettings() {
        return Map.of();
    }

    @Override
    public List<BuildRunnerSettings> getBuildRunners() {
        return steps.settings();
    }

    private record ResolvedFeature(String type, Map<String, String> parameters) implements AgentBuildFeature {
        @Override
        public String getType() {
            return type;
        }

        @Override
        public Map<String, String> getParameters() {
            return parameters;
        }
    }
}
