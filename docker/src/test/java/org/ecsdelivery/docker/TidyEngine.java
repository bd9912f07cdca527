package org.ecsdelivery.docker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.ecsdelivery.common.settings.ImageBuilder;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.image.ImageBuild;
import org.ecsdelivery.engine.image.ImageEngine;
import org.ecsdelivery.engine.image.RegistryCredential;
import org.ecsdelivery.engine.image.built.BuiltImage;
import org.ecsdelivery.engine.image.built.ImageDetails;
import org.ecsdelivery.sandbox.docker.DockerCommand;

/** The Docker Engine of this machine, which holds none of the images built through here once it is closed. */
final class TidyEngine implements ImageEngine, AutoCloseable {
    private final ImageEngine engine;
    private final ImageBuilder builder;
    private final Set<String> images = new LinkedHashSet<>();
    private final List<String> containers = new ArrayList<>();
    private final DockerCommand docker;

    /** Keeps the docker command's configuration, of which there is none, in the given directory. */
    TidyEngine(Path directory) {
        this(directory, System.getenv(), ImageBuilder.AUTO);
    }

    /** Has every build done by one builder. */
    TidyEngine(Path directory, Map<String, String> environment, ImageBuilder builder) {
        this.engine = DockerEngine.of(environment);
        this.builder = builder;
        this.docker = new DockerCommand(directory);
    }

    @Override
    public String describe() {
        return engine.describe();
    }

    @Override
    public String builder(ImageBuild build) {
        return engine.builder(build.by(builder));
    }

    @Override
    public BuiltImage build(ImageBuild build, Consumer<String> output) {
        BuiltImage built = engine.build(build.by(builder), output);
        images.add(built.id());
        return built;
    }

    @Override
    public boolean remove(BuiltImage image, List<ImageReference> names) {
        return engine.remove(image, names);
    }

    @Override
    public ImageDetails details(BuiltImage image) {
        return engine.details(image);
    }

    @Override
    public void tag(BuiltImage image, ImageReference name) {
        engine.tag(image, name);
    }

    @Override
    public void logIn(RegistryCredential credential) {
        engine.logIn(credential);
    }

    @Override
    public ImageDigest push(ImageReference name, RegistryCredential credential, EngineListener progress) {
        return engine.push(name, credential, progress);
    }

    /** Makes a container of an image. */
    void use(BuiltImage image) throws IOException, InterruptedException {
        containers.add(docker.succeed("create", image.id(), "/nothing").output().strip());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (String container : containers) {
            docker.run("rm", "--force", container);
        }
        for (String image : images) {
            docker.run("rmi", "--force", image);
        }
    }
}
