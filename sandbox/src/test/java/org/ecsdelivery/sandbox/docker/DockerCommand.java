package org.ecsdelivery.sandbox.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code docker} command with a configuration directory of its own, so that no login leaks in or out. */
public final class DockerCommand {

    private static final Pattern DIGEST = Pattern.compile("[Dd]igest: (sha256:[0-9a-f]{64})");

    private final Path config;

    /**
     * One finished command.
     *
     * @param exitCode the exit code
     * @param output both streams, in the order they were written
     */
    public record Result(int exitCode, String output) {

        /** Finds the digest that push and pull print. */
        public String digest() {
            Matcher digest = DIGEST.matcher(output);
            if (!digest.find()) {
                throw new AssertionError("docker printed no digest:\n" + output);
            }
            return digest.group(1);
        }
    }

    /** Uses the given directory in place of {@code ~/.docker}. */
    public DockerCommand(Path config) {
        this.config = config;
    }

    /** Writes down credentials for a registry; {@code auth} is the base64 of user and password. */
    public void logIn(String registry, String auth) throws IOException {
        Files.writeString(
                config.resolve("config.json"), "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}".formatted(registry, auth));
    }

    /** Runs the command to its end. */
    public Result run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker", "--config", config.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // the builder inside the engine: BuildKit's client is not part of every installation
        builder.environment().put("DOCKER_BUILDKIT", "0");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    /** Runs the command to its end, which has to be a good one. */
    public Result succeed(String... arguments) throws IOException, InterruptedException {
        Result result = run(arguments);
        if (result.exitCode() != 0) {
            throw new AssertionError("docker " + String.join(" ", arguments) + " ended with " + result.exitCode()
                    + ":\n" + result.output());
        }
        return result;
    }
}
