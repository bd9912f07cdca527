package org.ecsdelivery.sandbox.teamcity;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import jetbrains.buildServer.requirements.Requirement;
import jetbrains.buildServer.serverSide.InvalidProperty;
import jetbrains.buildServer.serverSide.RunType;
import jetbrains.buildServer.serverSide.SRunnerContext;

/** A step of a build about to start; the plugin's server half may add parameters to it. */
final class ServerStep implements SRunnerContext {
    private final BuildStep step;
    private final String id;
    private final LocalServer server;
    private final BuildParameters build;
    private final Map<String, String> runnerParameters;

    ServerStep(BuildStep step, String id, LocalServer server, BuildParameters build) {
        this.step = step;
        this.id = id;
        this.server = server;
        this.build = build;
        this.runnerParameters = new TreeMap<>(step.parameters());
    }

    BuildStep asSentToAgent() {
        return new BuildStep(step.name(), step.type(), runnerParameters);
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String getType() {
        return step.type();
    }

    @Override
    public String getName() {
        return step.name();
    }

    @Override
    public Map<String, String> getParameters() {
        return Map.copyOf(runnerParameters);
    }

    @Override
    public Map<String, String> getOwnBuildParameters() {
        return Map.of();
    }

    @Override
    public RunType getRunType() {
        return server.runType(step.type());
    }

    @Override
    public Collection<Requirement> getRunTypeRequirements() {
        return server.requirements(step.type(), runnerParameters);
    }

    @Override
    public Collection<InvalidProperty> getInvalidProperties() {
        return server.validate(step.type(), runnerParameters);
    }

    @Override
    public void addRunnerParameter(String key, String value) {
        runnerParameters.put(key, value);
    }

    @Override
    public Map<String, String> getBuildParameters() {
        return build.all();
    }

    @Override
    public void addBuildParameter(String key, String value) {
        build.set(key, value);
    }

    @Override
    public void addBuildParameters(Map<String, String> params) {
        build.setAll(params);
    }

    @Override
    public boolean isEnabled() {
        return true;
    }
}
