package org.ecsdelivery.sandbox.teamcity;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jetbrains.buildServer.agent.AgentRunningBuild;
import jetbrains.buildServer.agent.BuildParametersMap;
import jetbrains.buildServer.agent.BuildRunnerContext;
import jetbrains.buildServer.agent.Constants;
import jetbrains.buildServer.parameters.ValueResolver;

/** One step as its runner sees it: parameters resolved with what earlier steps set. */
final class StepContext implements BuildRunnerContext {
    private final AgentBuild build;
    private final BuildStep step;
    private final String id;
    private final BuildParameters parameters;
    private final Map<String, String> runnerParameters;

    StepContext(AgentBuild build, BuildStep step, String id) {
        this.build = build;
        this.step = step;
        this.id = id;
        this.parameters = build.parameters().copy();
        this.runnerParameters = new HashMap<>(step.parameters());
        parameters.set("system.teamcity.build.workingDir", workingDirectory().toString());
    }

    /** Returns what the step's parameters refer to and nobody has set, by parameter. */
    Map<String, Set<String>> unresolved() {
        Map<String, Set<String>> unresolved = new TreeMap<>();
        References references = parameters.references();
        runnerParameters.forEach((name, value) -> {
            Set<String> missing = references.missing(value);
            if (!missing.isEmpty()) {
                unresolved.put(name, missing);
            }
        });
        return unresolved;
    }

    private Path workingDirectory() {
        String relative = parameters
                .references()
                .resolve(step.parameters().getOrDefault("teamcity.build.workingDir", ""))
                .getResult();
        return build.getCheckoutDirectory().toPath().resolve(relative).normalize();
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public AgentRunningBuild getBuild() {
        return build;
    }

    @Override
    public File getWorkingDirectory() {
        return workingDirectory().toFile();
    }

    @Override
    public String getRunType() {
        return step.type();
    }

    @Override
    public String getName() {
        return step.name();
    }

    @Override
    public BuildParametersMap getBuildParameters() {
        return parameters.resolvedBuildParameters();
    }

    @Override
    public Map<String, String> getConfigParameters() {
        return parameters.resolvedConfiguration();
    }

    @Override
    public Map<String, String> getRunnerParameters() {
        return parameters.references().resolve(Map.copyOf(runnerParameters));
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
    public void addConfigParameter(String key, String value) {
        parameters.set(key, value);
    }

    @Override
    public void addRunnerParameter(String key, String value) {
        runnerParameters.put(key, value);
    }

    @Override
    public ValueResolver getParametersResolver() {
        return parameters.references();
    }

    @Override
    public boolean isVirtualContext() {
        return false;
    }
}
