package org.ecsdelivery.sandbox.teamcity;

import java.io.File;
import java.util.Locale;
import java.util.Map;
import jetbrains.buildServer.agent.BuildAgent;
import jetbrains.buildServer.agent.BuildAgentConfiguration;
import jetbrains.buildServer.agent.BuildAgentSystemInfo;
import jetbrains.buildServer.agent.BuildParametersMap;
import jetbrains.buildServer.agent.Constants;
import jetbrains.buildServer.parameters.ValueResolver;

/** The agent's settings as plugins see them. */
final class AgentSettings implements BuildAgentConfiguration, BuildAgent {
    private final AgentProperties properties;
    private final AgentDirectories directories;
    private final BuildParameters parameters = new BuildParameters();

    AgentSettings(AgentProperties properties, AgentDirectories directories) {
        this.properties = properties;
        this.directories = directories;
        parameters.setAll(properties.configuration());
        parameters.setEnvironment(properties.environment());
        parameters.set("teamcity.agent.name", properties.name());
        parameters.set("teamcity.agent.home.dir", directories.home().toString());
        parameters.set("teamcity.agent.work.dir", directories.work().toString());
        // the Java properties an agent reports of the virtual machine it runs on
        reportJvm("os.name", "os.name");
        reportJvm("os.arch", "os.arch");
        reportJvm("specification", "java.specification.version");
        reportJvm("version", "java.version");
        reportJvm("vendor", "java.vendor");
    }

    private void reportJvm(String name, String property) {
        parameters.set("teamcity.agent.jvm." + name, System.getProperty(property, ""));
    }

    AgentProperties properties() {
        return properties;
    }

    AgentDirectories directories() {
        return directories;
    }

    /** Returns everything the agent offers, with prefixes. */
    Map<String, String> offered() {
        return parameters.resolved();
    }

    @Override
    public BuildAgentConfiguration getConfiguration() {
        return this;
    }

    @Override
    public String getName() {
        return properties.name();
    }

    @Override
    public String getServerUrl() {
        return "http://localhost:8111";
    }

    @Override
    public File getWorkDirectory() {
        return directories.work().toFile();
    }

    @Override
    public File getTempDirectory() {
        return directories.temp().toFile();
    }

    @Override
    public File getBuildTempDirectory() {
        return directories.buildTemp().toFile();
    }

    @Override
    public File getAgentTempDirectory() {
        return directories.agentTemp().toFile();
    }

    @Override
    public File getAgentToolsDirectory() {
        return directories.home().resolve("tools").toFile();
    }

    @Override
    public File getAgentPluginsDirectory() {
        return directories.plugins().toFile();
    }

    @Override
    public File getAgentHomeDirectory() {
        return directories.home().toFile();
    }

    @Override
    public File getAgentLogsDirectory() {
        return directories.home().resolve("logs").toFile();
    }

    @Override
    public File getCacheDirectory(String name) {
        return directories.home().resolve("system").resolve(name).toFile();
    }

    @Override
    public File getSystemDirectory() {
        return directories.home().resolve("system").toFile();
    }

    @Override
    public BuildAgentSystemInfo getSystemInfo() {
        return new HostSystem(System.getProperty("os.name", "").toLowerCase(Locale.ROOT));
    }

    @Override
    public void addSystemProperty(String key, String value) {
        parameters.set(Constants.SYSTEM_PREFIX + key, value);
    }

    @Override
    public void addEnvironmentVariable(String key, String value) {
        parameters.set(Constants.ENV_PREFIX + key, value);
    }

    @Override
    public void addConfigurationParameter(String key, String value) {
        parameters.set(key, value);
    }

    @Override
    public boolean removeConfigurationParameter(String key) {
        return parameters.remove(key);
    }

    @Override
    public BuildParametersMap getBuildParameters() {
        return parameters.resolvedBuildParameters();
    }

    @Override
    public Map<String, String> getConfigurationParameters() {
        return parameters.resolvedConfiguration();
    }

    @Override
    public ValueResolver getParametersResolver() {
        return parameters.references();
    }

    private record HostSystem(String name) implements BuildAgentSystemInfo {
        @Override
        public boolean isWindows() {
            return name.contains("windows");
        }

        @Override
        public boolean isUnix() {
            return !isWindows();
        }

        @Override
        public boolean isMac() {
            return name.contains("mac");
        }
    }
}
