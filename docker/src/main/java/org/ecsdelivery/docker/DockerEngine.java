package org.ecsdelivery.docker;

import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.AuthConfigurations;
import com.github.dockerjava.api.model.Version;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ecsdelivery.common.settings.BuildNetwork;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.docker.buildkit.BuildKit;
import org.ecsdelivery.docker.buildkit.DockerCli;
import org.ecsdelivery.docker.context.BuildContext;
import org.ecsdelivery.docker.context.ContextTar;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.image.ImageBuild;
import org.ecsdelivery.engine.image.ImageEngine;
import org.ecsdelivery.engine.image.PushRefused;
import org.ecsdelivery.engine.image.RegistryCredential;
import org.ecsdelivery.engine.image.built.BuildNotes;
import org.ecsdelivery.engine.image.built.BuiltImage;
import org.ecsdelivery.engine.image.built.ImageDetails;

/**
 * A Docker Engine, reached through its HTTP interface: no docker command, no login, nothing written to disk. Images are built
 * by the builder inside the engine, which every engine has, or by its BuildKit, which only a docker command can talk to.
 */
public final class DockerEngine implements ImageEngine {
    private final DockerAddress address;
    private final BuildKit buildKit;

    private DockerEngine(DockerAddress address, BuildKit buildKit) {
        this.address = address;
        this.buildKit = buildKit;
    }

    /**
     * Finds the engine as the docker command does.
     *
     * @param environment the build's environment, of which {@code DOCKER_HOST}, {@code DOCKER_TLS_VERIFY} and
     *     {@code DOCKER_CERT_PATH} are read, and for BuildKit {@code PATH}, {@code HOME} and proxies
     * @throws EngineException when the address cannot be used
     */
    public static DockerEngine of(Map<String, String> environment) {
        DockerAddress address = DockerAddress.from(environment);
        return new DockerEngine(address, new BuildKit(environment, address.environment()));
    }

    @Override
    public String describe() {
        try (DockerConnection docker = DockerConnection.open(address)) {
            Version version = docker.ask(client -> client.versionCmd().exec());
            return "Docker Engine " + version.getVersion() + " (API " + version.getApiVersion() + ", "
                    + version.getOperatingSystem() + "/" + version.getArch() + ") at " + address;
        } catch (DockerException answered) {
            throw Unreachable.at(address, EngineWords.of(answered), answered);
        }
    }

    @Override
    public String builder(ImageBuild build) {
        BuilderChoice choice = BuilderChoice.of(build, buildKit);
        ImageStore.requireFor(build, address);
        if (choice.cli().isPresent()) {
            InlineCache.requireFor(build, address);
        }
        return choice.reason();
    }

    @Override
    public BuiltImage build(ImageBuild build, Consumer<String> output) {
        Optional<DockerCli> cli = BuilderChoice.of(build, buildKit).cli();
        return cli.isPresent() ? byBuildKit(cli.get(), build, output) : byTheEngine(build, output);
    }

    private BuiltImage byBuildKit(DockerCli cli, ImageBuild build, Consumer<String> output) {
        BuildKit.Outcome outcome = buildKit.build(cli, build, output);
        String id = outcome.image()
                .orElseThrow(() -> BuildFailure.ofBuildKit(build.dockerfile(), outcome.step(), outcome.reported()));
        try (DockerConnection docker = DockerConnection.open(address)) {
            return inspected(docker, id, outcome.notes());
        } catch (DockerException answered) {
            throw BuildFailure.ofBuildKit(build.dockerfile(), Optional.empty(), EngineWords.of(answered));
        }
    }

    private BuiltImage byTheEngine(ImageBuild build, Consumer<String> output) {
        BuildContext context = BuildContext.without(build.context(), build.dockerfile(), build.kept());
        BuildStream stream = new BuildStream(output);
        try (DockerConnection docker = DockerConnection.open(address);
                ContextTar tar = context.open()) {
            PulledCaches caches = PulledCaches.of(build, docker);
            long sent = send(docker, build, context.dockerfile(), tar, stream, caches.names());
            String id = stream.imageId()
                    .orElseThrow(() -> BuildFailure.of(
                            build.dockerfile(), stream.step(), "the engine ended the build without naming an image"));
            return inspected(docker, id, new BuildNotes(sent, "", caches.notes()));
        } catch (DockerException answered) {
            throw BuildFailure.of(build.dockerfile(), stream.step(), EngineWords.of(answered));
        } catch (IOException e) {
            throw BuildContext.unreadable(build.context(), e);
        }
    }

    private static long send(
            DockerConnection docker,
            ImageBuild build,
            String dockerfile,
            ContextTar tar,
            BuildStream stream,
            Set<String> caches) {
        try {
            docker.follow(client -> command(client.buildImageCmd(tar).withCacheFrom(caches), build, dockerfile)
                    .exec(stream));
        } catch (EngineException | DockerException failed) {
            // a context that breaks off looks like a broken connection from here
            tar.failure().ifPresent(cause -> {
                throw BuildContext.unreadable(build.context(), cause);
            });
            throw failed;
        }
        stream.error().ifPresent(words -> {
            throw BuildFailure.of(build.dockerfile(), stream.step(), words);
        });
        return tar.count();
    }

    private static BuildImageCmd command(BuildImageCmd command, ImageBuild build, String dockerfile) {
        build.arguments().forEach(command::withBuildArg);
        build.target().ifPresent(command::withTarget);
        if (build.options().network() != BuildNetwork.DEFAULT) {
            command.withNetworkMode(build.options().network().name().toLowerCase(Locale.ROOT));
        }
        AuthConfigurations logins = new AuthConfigurations();
        build.logins().stream().map(Credentials::of).forEach(logins::addConfig);
        return command.withBuildAuthConfigs(logins)
                .withDockerfilePath(dockerfile)
                .withLabels(build.labels())
                .withPull(build.pull())
                .withNoCache(build.noCache())
                .withRemove(true)
                .withForcerm(true);
    }

    private static BuiltImage inspected(DockerConnection docker, String id, BuildNotes notes) {
        InspectImageResponse image =
                docker.ask(client -> client.inspectImageCmd(id).exec());
        Long size = image.getSize();
        return new BuiltImage(image.getId(), size == null ? 0 : size, notes);
    }

    @Override
    public boolean remove(BuiltImage image, List<ImageReference> names) {
        try (DockerConnection docker = DockerConnection.open(address)) {
            return new RemovedImage(docker, image.id())
                    .with(names.stream().map(ImageReference::toString).toList());
        } catch (DockerException answered) {
            throw Unreachable.at(address, EngineWords.of(answered), answered);
        }
    }

    @Override
    public ImageDetails details(BuiltImage image) {
        try (DockerConnection docker = DockerConnection.open(address)) {
            return InspectedImage.details(docker, image.id());
        } catch (DockerException answered) {
            throw Unreachable.at(address, EngineWords.of(answered), answered);
        }
    }

    @Override
    public void tag(BuiltImage image, ImageReference name) {
        try (DockerConnection docker = DockerConnection.open(address)) {
            docker.ask(client ->
                    client.tagImageCmd(image.id(), name.name(), tagOf(name)).exec());
        } catch (DockerException answered) {
            throw new PushRefused(name, EngineWords.of(answered));
        }
    }

    @Override
    public void logIn(RegistryCredential credential) {
        try (DockerConnection docker = DockerConnection.openFor(address, Credentials.of(credential))) {
            docker.ask(client -> client.authCmd().exec());
        } catch (DockerException answered) {
            throw PushRefused.ofLogin(credential.host(), EngineWords.of(answered));
        }
    }

    @Override
    public ImageDigest push(ImageReference name, RegistryCredential credential, EngineListener progress) {
        PushStream stream = new PushStream(progress);
        try (DockerConnection docker = DockerConnection.open(address)) {
            docker.follow(client -> client.pushImageCmd(name.name())
                    .withTag(tagOf(name))
                    .withAuthConfig(Credentials.of(credential))
                    .exec(stream));
        } catch (DockerException answered) {
            throw new PushRefused(name, EngineWords.of(answered));
        }
        stream.error().ifPresent(words -> {
            throw new PushRefused(name, words);
        });
        return stream.digest()
                .map(ImageDigest::new)
                .orElseThrow(() -> new PushRefused(name, "the engine ended the push without naming a digest"));
    }

    private static String tagOf(ImageReference name) {
        return name.tag()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no tag"))
                .value();
    }
}
