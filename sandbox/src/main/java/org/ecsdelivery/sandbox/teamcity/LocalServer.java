package org.ecsdelivery.sandbox.teamcity;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import jetbrains.buildServer.requirements.Requirement;
import jetbrains.buildServer.serverSide.BuildFeature;
import jetbrains.buildServer.serverSide.InvalidProperty;
import jetbrains.buildServer.serverSide.PropertiesProcessor;
import jetbrains.buildServer.serverSide.RunType;
import jetbrains.buildServer.serverSide.SBuildServer;
import jetbrains.buildServer.serverSide.ServerPaths;
import jetbrains.buildServer.serverSide.executors.ExecutorServices;
import jetbrains.buildServer.web.openapi.PluginDescriptor;
import org.ecsdelivery.sandbox.teamcity.pages.RegisteredPages;
import org.jspecify.annotations.Nullable;

/** The server half of the loaded plugin, asked the way TeamCity's settings pages ask it. */
public final class LocalServer implements AutoCloseable {
    private final PluginFiles files;
    private final RunTypes runTypes;
    private final PluginHalf half;
    private final ServerStorage storage = new ServerStorage();
    private final BuildHistory history = new BuildHistory();
    private final Configurations configurations = new Configurations();
    private final ServerProjects projects;
    private final ServerFace face;
    private final RegisteredPages pages = new RegisteredPages();
    private final CurrentUser currentUser = new CurrentUser();
    private final OfferedServices services = new OfferedServices();
    private final LocalQueue queue = new LocalQueue(history);
    private final ScheduledExecutorService threads = Executors.newSingleThreadScheduledExecutor(LocalServer::daemon);

    private LocalServer(PluginFiles files, Path dataDirectory) {
        this.files = files;
        this.runTypes = new RunTypes();
        this.projects = new ServerProjects(
                configurations,
                configuration ->
                        new ServerConfiguration(configuration, new References(configuration.parameters()), this));
        this.face = new ServerFace(history, projects, runTypes);
        this.half = PluginHalf.start(
                "build-server-plugin-",
                files.serverJars(),
                ProvidedClasses.onServers(),
                Map.of(
                        "executorServices",
                        (ExecutorServices) () -> threads,
                        "runTypeRegistry",
                        runTypes,
                        "pluginDescriptor",
                        new LoadedPlugin(files),
                        "buildServer",
                        face,
                        "projectManager",
                        projects,
                        "webControllerManager",
                        pages,
                        "securityContext",
                        currentUser,
                        "serverPaths",
                        new ServerPaths(dataDirectory.toFile()),
                        "teamCityNodes",
                        OnlyNode.NODES,
                        "serviceLocator",
                        services));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "server");
        thread.setDaemon(true);
        return thread;
    }

    static LocalServer start(PluginFiles files, Path dataDirectory) {
        return new LocalServer(files, dataDirectory);
    }

    /** Returns what the plugin's descriptor says. */
    public ServerDescriptor descriptor() {
        return files.descriptor();
    }

    /** Returns the build configurations that the server keeps. */
    public Configurations configurations() {
        return configurations;
    }

    /** Returns what the plugin registered with the web part of the server. */
    public RegisteredPages pages() {
        return pages;
    }

    /** Returns on whose behalf threads work. */
    public CurrentUser currentUser() {
        return currentUser;
    }

    /** Returns the server as the plugin's server half sees it. */
    public SBuildServer buildServer() {
        return face;
    }

    /** Says under which address people open the server. */
    public void openAt(String rootUrl) {
        face.openAt(rootUrl);
    }

    /** Returns what loads the classes of the plugin's server half. */
    public ClassLoader pluginClasses() {
        return half.loader();
    }

    /** Returns the jars of the plugin's server half. */
    public List<Path> pluginJars() {
        return files.serverJars();
    }

    /** Offers a service that plugins look up by its type, such as another plugin's. */
    public <T> void offer(Class<T> type, T service) {
        services.offer(type, service);
    }

    /** Returns the features of the root project. */
    public ProjectFeatures rootFeatures() {
        return projects.featuresOfRoot();
    }

    /** Returns the features of the project that all build configurations are in, right below the root project. */
    public ProjectFeatures projectFeatures() {
        return projects.featuresOfSandbox();
    }

    LocalQueue queue() {
        return queue;
    }

    BuildHistory history() {
        return history;
    }

    ServerProjects projects() {
        return projects;
    }

    /** Returns what plugins keep with build configurations. */
    ServerStorage storage() {
        return storage;
    }

    /** Returns the run types the plugin registered, by type. */
    public List<RunType> runTypes() {
        return runTypes.ofPlugins();
    }

    /** Returns the kinds of build features that the plugin brought. */
    public BuildFeatures buildFeatures() {
        return new BuildFeatures(extensions(BuildFeature.class));
    }

    /** Tells whether a type is TeamCity's own or was registered. */
    public boolean knows(String type) {
        return runTypes.findRunType(type) != null;
    }

    /**
     * Finds a run type.
     *
     * @throws IllegalArgumentException when none of that type is registered
     */
    public RunType runType(String type) {
        RunType found = runTypes.findRunType(type);
        if (found == null) {
            throw new IllegalArgumentException("No run type " + type + " is registered; there are "
                    + runTypes.getRegisteredRunTypes().stream()
                            .map(RunType::getType)
                            .toList()
                    + ".");
        }
        return found;
    }

    /** Returns the parameters a step gets when a person adds it and fills in what is given. */
    public Map<String, String> withDefaults(String type, Map<String, String> parameters) {
        Map<String, String> merged = new HashMap<>(
                Optional.ofNullable(runType(type).getDefaultRunnerProperties()).orElse(Map.of()));
        merged.putAll(parameters);
        return Map.copyOf(merged);
    }

    /** Checks a step's parameters as saving its settings page does; references such as {@code %x%} may be unresolved. */
    public List<InvalidProperty> validate(String type, Map<String, String> parameters) {
        PropertiesProcessor processor = runType(type).getRunnerPropertiesProcessor();
        return processor == null ? List.of() : List.copyOf(processor.process(new HashMap<>(parameters)));
    }

    /** Describes a step as the list of build steps does. */
    public String describe(String type, Map<String, String> parameters) {
        return runType(type).describeParameters(parameters);
    }

    /** Returns what a step requires of an agent. */
    public List<Requirement> requirements(String type, Map<String, String> parameters) {
        return List.copyOf(runType(type).getRunnerSpecificRequirements(parameters));
    }

    /** Makes a step with the defaults filled in, refusing parameters its settings page would refuse. */
    public BuildStep step(String name, String type, Map<String, String> parameters) {
        Map<String, String> merged = withDefaults(type, parameters);
        List<InvalidProperty> invalid = validate(type, merged);
        if (!invalid.isEmpty()) {
            List<String> reasons = new ArrayList<>();
            invalid.forEach(property -> reasons.add(property.getPropertyName() + ": " + property.getInvalidReason()));
            throw new IllegalArgumentException("The step '" + name + "' is not valid. " + String.join("; ", reasons));
        }
        return new BuildStep(name, type, merged);
    }

    /**
     * Reads a page or picture of the plugin, given its path on the server such as {@code /plugins/ecs-delivery/edit.jsp}.
     * TeamCity takes it from the folder {@code buildServerResources} of one of the plugin's server jars.
     */
    public Optional<byte[]> webResource(String path) {
        String root = new LoadedPlugin(files).getPluginResourcesPath();
        if (!path.startsWith(root)) {
            return Optional.empty();
        }
        try (InputStream content =
                half.loader().getResourceAsStream("buildServerResources/" + path.substring(root.length()))) {
            return content == null ? Optional.empty() : Optional.of(content.readAllBytes());
        } catch (IOException cause) {
            throw new UncheckedIOException("The web resource " + path + " cannot be read", cause);
        }
    }

    /** Finds the plugin's server extensions of a type, such as parameter providers. */
    public <T> Collection<T> extensions(Class<T> type) {
        return half.extensions(type);
    }

    @Override
    public void close() {
        half.close();
        threads.shutdownNow();
    }

    private record LoadedPlugin(PluginFiles files) implements PluginDescriptor {
        @Override
        public String getPluginName() {
            return files.descriptor().name();
        }

        @Override
        public String getPluginResourcesPath() {
            return "/plugins/" + getPluginName() + "/";
        }

        @Override
        public String getPluginResourcesPath(String relativePath) {
            return getPluginResourcesPath() + relativePath;
        }

        @Override
        public @Nullable String getParameterValue(String name) {
            return files.descriptor().parameters().get(name);
        }

        @Override
        public String getPluginVersion() {
            return files.descriptor().version();
        }

        @Override
        public File getPluginRoot() {
            return files.serverRoot().toFile();
        }
    }
}
