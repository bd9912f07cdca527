package org.ecsdelivery.sandbox.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.sandbox.aws.LocalAws;

/** The peer: {@code docker build} and {@code docker push}, logged in beforehand, with a configuration directory of its own. */
final class DockerPeer {
    private final Path directory;

    DockerPeer(Path directory) {
        this.directory = directory;
    }

    /** Writes down the credentials, as {@code docker login} does. */
    void logIn(LocalAws aws) {
        String auth = aws.registry().tokens().issue().encoded();
        try {
            Files.writeString(
                    directory.resolve("config.json"),
                    "{\"auths\":{\"" + aws.registryHost() + "\":{\"auth\":\"" + auth + "\"}}}");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    void buildAndPush(Path context, String image, Map<String, String> labels, boolean cached) {
        List<String> build = new ArrayList<>(List.of("build", "--tag", image));
        labels.forEach((name, value) -> build.addAll(List.of("--label", name + "=" + value)));
        if (!cached) {
            build.add("--no-cache");
        }
        build.add(context.toString());
        run(build);
        run(List.of("push", image));
    }

    /** Takes every image of a repository off the engine, also those whose tag has moved on. */
    void forget(String repository) {
        ended(List.of("images", "--quiet", "--filter", "reference=" + repository));
        List<String> remove = new ArrayList<>(List.of("rmi", "--force"));
        output().lines().distinct().forEach(remove::add);
        ended(remove);
    }

    private void run(List<String> arguments) {
        if (ended(arguments) != 0) {
            throw new IllegalStateException("docker " + String.join(" ", arguments) + " failed:\n" + output());
        }
    }

    private int ended(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("docker", "--config", directory.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile());
        // the builder inside the engine, which the step uses too
        builder.environment().put("DOCKER_BUILDKIT", "0");
        try {
            return builder.start().waitFor();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The benchmark was interrupted", stopped);
        }
    }

    private String output() {
        try {
            return Files.readString(directory.resolve("output"));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
