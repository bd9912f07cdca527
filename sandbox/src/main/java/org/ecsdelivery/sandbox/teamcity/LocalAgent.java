package org.ecsdelivery.sandbox.teamcity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import jetbrains.buildServer.agent.AgentBuildRunner;
import jetbrains.buildServer.agent.AgentLifeCycleListener;
import jetbrains.buildServer.agent.artifacts.ArtifactsWatcher;
import jetbrains.buildServer.agent.plugins.beans.PluginDescriptor;
import jetbrains.buildServer.util.EventDispatcher;
import org.ecsdelivery.sandbox.teamcity.commandline.CommandLineRunner;
import org.jspecify.annotations.Nullable;

/** The agent half of the loaded plugin on an agent that runs one build at a time. */
final class LocalAgent implements AutoCloseable {
    private static final AgentBuildRunner COMMAND_LINE = new CommandLineRunner();

    private final AgentSettings settings;
    private final Events events;
    private final CurrentArtifacts artifacts;
    private final PluginHalf half;
    private final ReentrantLock busy = new ReentrantLock(true);

    private LocalAgent(AgentSettings settings, Events events, CurrentArtifacts artifacts, PluginHalf half) {
        this.settings = settings;
        this.events = events;
        this.artifacts = artifacts;
        this.half = half;
    }

    static LocalAgent start(PluginFiles files, AgentSettings settings) {
        Events events = new Events();
        CurrentArtifacts artifacts = new CurrentArtifacts();
        PluginDescriptor descriptor = () -> files.agentRoot().toFile();
        PluginHalf half = PluginHalf.start(
                "build-agent-plugin-",
                files.agentJars(),
                ProvidedClasses.onAgents(),
                Map.of(
                        "eventDispatcher", events,
                        "artifactsWatcher", artifacts,
                        "pluginDescriptor", descriptor,
                        "buildAgentConfiguration", settings));
        LocalAgent agent = new LocalAgent(settings, events, artifacts, half);
        agent.announce();
        return agent;
    }

    AgentSettings settings() {
        return settings;
    }

    AgentLifeCycleListener events() {
        return events.getMulticaster();
    }

    CurrentArtifacts artifacts() {
        return artifacts;
    }

    /** Lists the run types of the plugin whose runner says that it can run here. */
    List<String> runnableTypes() {
        List<String> types = new ArrayList<>();
        for (AgentBuildRunner runner : half.extensions(AgentBuildRunner.class)) {
            if (runner.getRunnerInfo().canRun(settings)) {
                types.add(runner.getRunnerInfo().getType());
            }
        }
        return List.copyOf(types);
    }

    /** Tells whether there is a runner of a type, and it says that it can run here. */
    boolean canRun(String type) {
        return runner(type)
                .filter(runner -> runner.getRunnerInfo().canRun(settings))
                .isPresent();
    }

    Optional<AgentBuildRunner> runner(String type) {
        return Stream.concat(Stream.of(COMMAND_LINE), half.extensions(AgentBuildRunner.class).stream())
                .filter(runner -> runner.getRunnerInfo().getType().equals(type))
                .findFirst();
    }

    /** Runs a build; a second one waits, as an agent runs one at a time. */
    void occupy(Runnable build) {
        busy.lock();
        try {
            build.run();
        } finally {
            busy.unlock();
        }
    }

    /** Empties the folder a build may leave things in, as agents do after each build. */
    void emptyBuildTemp() {
        try {
            new DirectoryTree(settings.directories().buildTemp()).empty();
        } catch (IOException cause) {
            throw new UncheckedIOException("The build's temporary directory cannot be emptied", cause);
        }
    }

    @Override
    public void close() {
        events().agentShutdown();
        half.close();
    }

    private void announce() {
        events().pluginsLoaded();
        events().agentInitialized(settings);
        events().agentStarted(settings);
    }

    /** The agent's events; a class of its own, so that Spring sees whose events they are. */
    static final class Events extends EventDispatcher<AgentLifeCycleListener> {
        Events() {
            super(AgentLifeCycleListener.class);
        }
    }

    /** Passes artifact paths on to the build that runs. */
    static final class CurrentArtifacts implements ArtifactsWatcher {
        private final AtomicReference<@Nullable ArtifactsWatcher> build = new AtomicReference<>();

        void belongTo(ArtifactsWatcher watcher) {
            build.set(watcher);
        }

        void belongToNone() {
            build.set(null);
        }

        @Override
        public void addNewArtifactsPath(String artifactsPath) {
            ArtifactsWatcher current = build.get();
            if (current == null) {
                throw new IllegalStateException("No build runs that " + artifactsPath + " could be an artifact of.");
            }
            current.addNewArtifactsPath(artifactsPath);
        }
    }
}
