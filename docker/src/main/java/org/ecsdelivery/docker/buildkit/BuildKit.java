package org.ecsdelivery.docker.buildkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ecsdelivery.docker.context.BuildContext;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.ImageBuild;
import org.ecsdelivery.engine.image.OwnDirectory;
import org.ecsdelivery.engine.image.RegistryCredential;
import org.ecsdelivery.engine.image.built.BuildNotes;
import org.jspecify.annotations.Nullable;

/**
 * BuildKit inside the engine, reached through the agent's docker command: nobody else speaks its protocol. The command gets a
 * configuration of its own, so that no login of the agent's user goes in, those of the step are gone with it, and nothing comes out.
 */
public final class BuildKit {
    /** Beside the way to the engine: where programs are, and how the Internet is reached for base images. */
    private static final List<String> PASSED_ON = List.of(
            "PATH",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "NO_PROXY",
            "ALL_PROXY",
            "http_proxy",
            "https_proxy",
            "no_proxy",
            "all_proxy",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR",
            "SystemRoot",
            "ProgramFiles",
            "ProgramData");

    private final Map<String, String> given;
    private final Map<String, String> engine;
    private @Nullable CliSearch found;

    /**
     * Makes the way to one engine.
     *
     * @param given the build's environment
     * @param engine the variables that tell the docker command where the engine is
     */
    public BuildKit(Map<String, String> given, Map<String, String> engine) {
        this.given = given;
        this.engine = engine;
    }

    /**
     * How a build ended.
     *
     * @param image the image's id; empty when the build failed
     * @param step the step that failed
     * @param reported why, in BuildKit's words
     * @param notes what it told beside the image
     */
    public record Outcome(Optional<String> image, Optional<String> step, String reported, BuildNotes notes) {}

    /** Looks for a docker command, once. */
    public synchronized CliSearch search() {
        if (found == null) {
            try (OwnDirectory directory = PrivateDirectory.create(given)) {
                found = CliSearch.on(given, directory.path(), environment(directory.path(), List.of()));
            } catch (IOException e) {
                throw failed(e);
            }
        }
        return found;
    }

    /**
     * Builds an image.
     *
     * @param output hears each line, in order
     */
    public Outcome build(DockerCli cli, ImageBuild build, Consumer<String> output) {
        endIfInterrupted();
        BuildContext context = BuildContext.without(build.context(), build.dockerfile(), build.kept());
        try (OwnDirectory directory = PrivateDirectory.create(given)) {
            BuildFiles files = BuildFiles.in(directory.path(), copied(build, context, directory.path()));
            BuildCommand command = BuildCommand.of(cli, build, files);
            Map<String, String> environment = environment(directory.path(), build.logins());
            environment.putAll(command.environment());
            SshAgent.of(given).passOn(build, environment);
            BuildKitOutput heard = new BuildKitOutput(build.options().cache(), output);
            int exitCode = CliProcess.run(command.line(), directory.path(), environment, heard);
            Optional<String> id = exitCode == 0 ? files.imageId() : Optional.empty();
            return id.isPresent()
                    ? new Outcome(
                            id,
                            Optional.empty(),
                            "",
                            new BuildNotes(heard.contextBytes(), files.metadataText(), heard.caches()))
                    : new Outcome(Optional.empty(), heard.failedStep(), heard.error(exitCode), BuildNotes.NONE);
        } catch (IOException e) {
            endIfInterrupted();
            throw failed(e);
        }
    }

    /**
     * Looks for what keeps a build from beginning.
     *
     * @throws EngineException when the docker command or the build's environment lacks something, with what to do
     */
    public void check(DockerCli cli, ImageBuild build) {
        cli.requireFor(build);
        SshAgent.of(given).requireFor(build);
    }

    /** Copies the Dockerfile beside an ignore file of its own, which keeps back what must stay here, too. */
    private static Path copied(ImageBuild build, BuildContext context, Path directory) throws IOException {
        Path own = Files.createDirectory(directory.resolve("dockerfile"));
        Path copy = own.resolve(build.dockerfile().getFileName());
        Files.write(copy, Files.readAllBytes(build.dockerfile()));
        // an empty file would leave the word to the context's own
        Files.writeString(own.resolve(copy.getFileName() + ".dockerignore"), context.ignoreText() + "\n#\n");
        return copy;
    }

    private Map<String, String> environment(Path directory, List<RegistryCredential> logins) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        PASSED_ON.stream().filter(given::containsKey).forEach(name -> environment.put(name, given.get(name)));
        environment.putAll(engine);
        environment.put("HOME", directory.toString());
        List.of("TMPDIR", "TEMP", "TMP").forEach(name -> environment.put(name, directory.toString()));
        environment.put("DOCKER_CONFIG", configuration(directory, logins).toString());
        environment.put("DOCKER_BUILDKIT", "1");
        // an image with attestations is an index, which would get another id than the one to push
        environment.put("BUILDX_NO_DEFAULT_ATTESTATIONS", "1");
        return environment;
    }

    /** Plugins that the agent's user has installed for himself are found all the same; logins go by this file, since command lines are public. */
    private Path configuration(Path directory, List<RegistryCredential> logins) throws IOException {
        Path configuration = Files.createDirectory(directory.resolve("config"));
        String home = given.getOrDefault("HOME", given.getOrDefault("USERPROFILE", ""));
        List<String> plugins = Stream.of(
                        given.getOrDefault("DOCKER_CONFIG", ""), home.isEmpty() ? "" : home + "/.docker")
                .filter(text -> !text.isEmpty())
                .map(text -> Path.of(text, "cli-plugins"))
                .filter(Files::isDirectory)
                .map(Path::toString)
                .toList();
        Files.write(
                configuration.resolve("config.json"),
                new ObjectMapper()
                        .writeValueAsBytes(Map.of("cliPluginsExtraDirs", plugins, "auths", CliLogins.of(logins))));
        return configuration;
    }

    private static void endIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Cancelled("the build was interrupted");
        }
    }

    private static EngineException failed(IOException cause) {
        return new EngineException(
                FailureKind.BUILD_FAILED,
                "The docker command could not be used",
                cause.getClass().getSimpleName() + ": " + cause.getMessage(),
                "Check that the agent's user may run it and may write to the build's temporary directory.",
                cause);
    }
}
