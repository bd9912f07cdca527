package org.ecsdelivery.sandbox.teamcity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jetbrains.buildServer.parameters.ParametersProvider;
import jetbrains.buildServer.parameters.ValueResolver;
import jetbrains.buildServer.serverSide.CustomDataStorage;
import jetbrains.buildServer.serverSide.SBuildFeatureDescriptor;
import jetbrains.buildServer.serverSide.SBuildRunnerDescriptor;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.serverSide.SFinishedBuild;
import jetbrains.buildServer.serverSide.SProject;
import jetbrains.buildServer.util.Option;
import org.jspecify.annotations.Nullable;

/** A build configuration as the server half of a plugin sees it. */
record ServerConfiguration(BuildConfiguration configuration, References references, LocalServer server)
        implements SBuildType {
    private static final Map<String, Object> OPTIONS =
            Map.of("executionTimeoutMin", 0, "allowPersonalBuildTriggering", true);

    @Override
    public String getInternalId() {
        return server.configurations().internalId(getExternalId());
    }

    @Override
    public String getExternalId() {
        return configuration.id();
    }

    @Override
    public String getName() {
        return configuration.name();
    }

    @Override
    public SProject getProject() {
        return server.projects().sandbox();
    }

    @Override
    public List<SBuildRunnerDescriptor> getBuildRunners() {
        BuildParameters parameters = new BuildParameters();
        parameters.setAll(configuration.parameters());
        List<SBuildRunnerDescriptor> runners = new ArrayList<>();
        for (BuildStep step : configuration.steps()) {
            runners.add(new ServerStep(step, BuildSteps.id(runners.size() + 1), server, parameters));
        }
        return List.copyOf(runners);
    }

    @Override
    public boolean isEnabled(String paramsDescriptorId) {
        return true;
    }

    @Override
    public Collection<SBuildFeatureDescriptor> getBuildFeaturesOfType(String type) {
        return ServerFeature.ofType(type, configuration.features(), server, parameters -> parameters);
    }

    /** Returns TeamCity's default: a configuration of the sandbox sets no options of its own. */
    @Override
    @SuppressWarnings("unchecked") // TeamCity types its options, and a map cannot
    public <T> T getOption(Option<T> option) {
        return (T) Objects.requireNonNull(OPTIONS.get(option.getKey()), option.getKey());
    }

    @Override
    public Map<String, String> getConfigParameters() {
        return configuration.parameters();
    }

    @Override
    public @Nullable SFinishedBuild getLastChangesSuccessfullyFinished() {
        return server.history().lastSuccessful(getExternalId()).orElse(null);
    }

    @Override
    public CustomDataStorage getCustomDataStorage(String storageId) {
        return server.storage().of(getExternalId(), storageId);
    }

    @Override
    public ParametersProvider getParametersProvider() {
        return references;
    }

    @Override
    public ValueResolver getValueResolver() {
        return references;
    }
}
