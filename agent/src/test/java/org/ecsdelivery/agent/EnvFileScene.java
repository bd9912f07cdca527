package org.ecsdelivery.agent;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.agent.AgentBuildFeature;
import jetbrains.buildServer.agent.AgentLifeCycleListener;
import jetbrains.buildServer.agent.AgentRunningBuild;
import jetbrains.buildServer.agent.BuildFinishedStatus;
import jetbrains.buildServer.agent.BuildParametersMap;
import jetbrains.buildServer.agent.BuildRunnerContext;
import jetbrains.buildServer.agent.BuildRunnerSettings;
import jetbrains.buildServer.parameters.ProcessingResult;
import jetbrains.buildServer.parameters.ValueResolver;
import jetbrains.buildServer.util.EventDispatcher;
import org.ecsdelivery.agent.envfile.BuildEnvFiles;
import org.ecsdelivery.common.settings.EnvFileFeature;
import org.ecsdelivery.engine.envfile.EnvVariable;

/** A build with features that make env files, on an agent of its own. */
final class EnvFileScene {
    static final long BUILD = 42;

    final RecordedLog log = new RecordedLog();
    final RecordedPasswords passwords = new RecordedPasswords();
    final Map<String, String> configuration = new TreeMap<>();
    final Map<String, String> prefixed = new TreeMap<>();
    final List<EnvVariable> remote = new ArrayList<>();
    final List<AgentBuildFeature> features = new ArrayList<>();
    final List<BuildRunnerSettings> steps = new ArrayList<>();
    final List<String> stops = new CopyOnWriteArrayList<>();
    final List<String> artifacts = new CopyOnWriteArrayList<>();
    final BuildEnvFiles registry = new BuildEnvFiles();
    final Path checkout;
    final Path temporary;
    final Path system;
    final AgentRunningBuild build = mock(AgentRunningBuild.class);
    final EventDispatcher<AgentLifeCycleListener> events = EventDispatcher.create(AgentLifeCycleListener.class);
    private EnvFileListener listener;

    EnvFileScene(Path directory) throws IOException {
        Path real = directory.toRealPath();
        checkout = Files.createDirectories(real.resolve("checkout"));
        temporary = Files.createDirectories(real.resolve("temp"));
        system = Files.createDirectories(real.resolve("system"));
        BuildParametersMap parameters = mock(BuildParametersMap.class);
        when(parameters.getEnvironmentVariables())
                .thenReturn(Map.of("PATH", System.getProperty("test.path", "/usr/bin:/bin")));
        when(parameters.getAllParameters()).thenReturn(prefixed);
        when(build.getBuildLogger()).thenReturn(log.logger());
        when(build.getPasswordReplacer()).thenReturn(passwords);
        when(build.getBuildId()).thenReturn(BUILD);
        when(build.getBuildNumber()).thenReturn("1.0.42");
        when(build.getCheckoutDirectory()).thenReturn(checkout.toFile());
        when(build.getBuildTempDirectory()).thenReturn(temporary.toFile());
        when(build.getSharedConfigParameters()).thenReturn(configuration);
        when(build.getSharedBuildParameters()).thenReturn(parameters);
        when(build.getSharedParametersResolver()).thenReturn(new AsGiven());
        when(build.getBuildFeaturesOfType(EnvFileFeature.TYPE)).thenReturn(features);
        when(build.getBuildRunners()).thenReturn(steps);
        doAnswer(call -> stops.add(call.getArgument(0))).when(build).stopBuild(anyString());
        listener = newListener();
    }

    /** The agent is killed: nobody hears of the build's end, and another process comes up. */
    void killAgent() {
        events.removeListener(listener);
        listener = newListener();
    }

    EnvFileListener listener() {
        return listener;
    }

    private EnvFileListener newListener() {
        EnvFileListener made =
                new EnvFileListener(events, system, (running, settings, out) -> remote, registry, artifacts::add);
        made.register();
        return made;
    }

    EnvFileScene parameter(String name, String value) {
        configuration.put(name, value);
        return this;
    }

    EnvFileScene feature(String... parameters) {
        Map<String, String> all = new HashMap<>();
        for (int at = 0; at < parameters.length; at += 2) {
            all.put("envFile." + parameters[at], parameters[at + 1]);
        }
        AgentBuildFeature feature = mock(AgentBuildFeature.class);
        when(feature.getType()).thenReturn(EnvFileFeature.TYPE);
        when(feature.getParameters()).thenReturn(all);
        features.add(feature);
        return this;
    }

    EnvFileScene step(String name, String type, Map<String, String> parameters) {
        BuildRunnerSettings step = mock(BuildRunnerSettings.class);
        when(step.getName()).thenReturn(name);
        when(step.getRunType()).thenReturn(type);
        when(step.isEnabled()).thenReturn(true);
        when(step.getRunnerParameters()).thenReturn(parameters);
        when(step.getWorkingDirectory()).thenReturn("");
        steps.add(step);
        return this;
    }

    EnvFileScene prepared() {
        events.getMulticaster().buildStarted(build);
        events.getMulticaster().preparationFinished(build);
        return this;
    }

    EnvFileScene beforeStep(String name) {
        BuildParametersMap parameters = build.getSharedBuildParameters();
        BuildRunnerContext context = mock(BuildRunnerContext.class);
        when(context.getBuild()).thenReturn(build);
        when(context.getId()).thenReturn("RUNNER_1");
        when(context.getName()).thenReturn(name);
        when(context.getConfigParameters()).thenReturn(configuration);
        when(context.getBuildParameters()).thenReturn(parameters);
        events.getMulticaster().beforeRunnerStart(context);
        return this;
    }

    EnvFileScene finished() {
        events.getMulticaster().beforeBuildFinish(build, BuildFinishedStatus.FINISHED_SUCCESS);
        events.getMulticaster().buildFinished(build, BuildFinishedStatus.FINISHED_SUCCESS);
        return this;
    }

    Path file(String path) {
        return checkout.resolve(path);
    }

    /** Returns the log as TeamCity shows it. */
    String masked() {
        return passwords.replacePasswords(String.join("\n", log.calls()));
    }

    String problems() {
        return String.join(
                "\n",
                log.problems().stream().map(BuildProblemData::getDescription).toList());
    }

    private static final class AsGiven implements ValueResolver {
        @Override
        public ProcessingResult resolve(String value) {
            ProcessingResult result = mock(ProcessingResult.class);
            when(result.getResult()).thenReturn(value);
            return result;
        }

        @Override
        public Map<String, String> resolve(Map<String, String> parameters) {
            return parameters;
        }
    }
}
