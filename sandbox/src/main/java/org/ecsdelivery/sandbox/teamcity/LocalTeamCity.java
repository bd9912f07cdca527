package org.ecsdelivery.sandbox.teamcity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A machine-local stand-in for TeamCity: one server and one agent, with one plugin loaded from its packaged zip.
 *
 * <p>The zip is unpacked, its descriptors are checked, and each half gets its own class loader that sees the plugin's
 * jars first and behind them only what TeamCity provides.
 */
public final class LocalTeamCity implements AutoCloseable {
    /** The TeamCity build this stands in for: 2024.03. */
    public static final long BUILD = 156166;

    static final String VERSION = "2024.03 (build " + BUILD + ")";

    private final Path artifacts;
    private final LocalServer server;
    private final LocalAgent agent;
    private final Clock clock;
    private final List<RunningBuild> builds = new CopyOnWriteArrayList<>();

    private LocalTeamCity(Path artifacts, LocalServer server, LocalAgent agent, Clock clock) {
        this.artifacts = artifacts;
        this.server = server;
        this.agent = agent;
        this.clock = clock;
    }

    /**
     * Loads a plugin with an agent that tells nothing about itself.
     *
     * @throws PluginLoadException when TeamCity would not load it
     */
    public static LocalTeamCity load(Path pluginZip, Path dataDirectory) {
        return load(pluginZip, dataDirectory, AgentProperties.bare());
    }

    /**
     * Loads a plugin from its zip; unpacks below the data directory and keeps artifacts there.
     *
     * @throws PluginLoadException when TeamCity would not load it
     */
    public static LocalTeamCity load(Path pluginZip, Path dataDirectory, AgentProperties agentProperties) {
        Path data = dataDirectory.toAbsolutePath().normalize();
        AgentDirectories directories = AgentDirectories.create(data.resolve("agent"));
        PluginFiles files = PluginFiles.unpack(pluginZip, data.resolve("plugins"), directories.plugins());
        refuseTooNew(files.descriptor());
        LocalServer server = LocalServer.start(files, data.resolve("server"));
        try {
            LocalAgent agent = LocalAgent.start(files, new AgentSettings(agentProperties, directories));
            return new LocalTeamCity(data.resolve("artifacts"), server, agent, Clock.systemUTC());
        } catch (PluginLoadException failure) {
            server.close();
            throw failure;
        }
    }

    /** Returns the server half. */
    public LocalServer server() {
        return server;
    }

    /** Returns the run types of the plugin whose runner says that it can run on the agent. */
    public List<String> runnableTypes() {
        return agent.runnableTypes();
    }

    /**
     * Starts a build; its log goes to the listener line by line. A second build waits until the agent is free.
     *
     * @throws IllegalArgumentException when the checkout directory is not there
     */
    public RunningBuild run(BuildConfiguration configuration, BuildInputs inputs, LogListener listener) {
        server.configurations().save(configuration);
        return start(configuration, inputs, listener);
    }

    /** Starts a build of a configuration that the server keeps, with parameters of its own as the dialog of Run has them. */
    public RunningBuild runCustom(BuildConfiguration kept, BuildInputs inputs, Map<String, String> parameters) {
        return start(kept.withMoreParameters(parameters), inputs, LogListener.none());
    }

    private RunningBuild start(BuildConfiguration configuration, BuildInputs inputs, LogListener listener) {
        if (!Files.isDirectory(configuration.checkoutDirectory())) {
            throw new IllegalArgumentException("There is no checkout directory " + configuration.checkoutDirectory()
                    + ": nothing is checked out here.");
        }
        BuildParameters parameters = new BuildParameters();
        parameters.setAll(PredefinedParameters.of(
                configuration,
                inputs,
                agent.settings().properties(),
                agent.settings().directories().buildTemp()));
        parameters.setAll(configuration.parameters());
        PublishedArtifacts published = new PublishedArtifacts(
                configuration.checkoutDirectory(),
                artifacts.resolve(configuration.id()).resolve(String.valueOf(inputs.id())));
        BuildFacts facts = new BuildFacts(parameters, published, inputs.number());
        Passwords passwords = new Passwords();
        BuildLog lines = new BuildLog(clock, passwords, listener);
        BuildSetup setup = new BuildSetup(
                configuration,
                inputs,
                facts,
                lines,
                new FlowLog(lines, new ServiceMessages(facts)),
                passwords,
                new Interruption());
        RunningBuild build =
                RunningBuild.start(new BuildRun(setup, server, agent, clock), setup, ProvidedClasses.onAgents());
        builds.add(build);
        return build;
    }

    /** Returns the builds that were started, the oldest first. */
    public List<RunningBuild> builds() {
        return List.copyOf(builds);
    }

    @Override
    public void close() {
        agent.close();
        server.close();
    }

    private static void refuseTooNew(ServerDescriptor descriptor) {
        if (descriptor.minBuild() > BUILD) {
            throw new PluginLoadException("The plugin " + descriptor.name() + " needs TeamCity build "
                    + descriptor.minBuild() + " or later (min-build), but this is " + BUILD + ".");
        }
    }
}
