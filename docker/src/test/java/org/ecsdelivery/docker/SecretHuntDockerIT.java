package org.ecsdelivery.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.ImageBuilder;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.docker.buildkit.BuildKit;
import org.ecsdelivery.engine.image.ImageBuild;
import org.ecsdelivery.engine.image.RegistryCredential;
import org.ecsdelivery.engine.image.built.BuiltImage;
import org.ecsdelivery.sandbox.docker.DockerAvailable;
import org.ecsdelivery.sandbox.docker.DockerCommand;
import org.ecsdelivery.sandbox.docker.HostPrograms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret goes into a build from an env file; then everything is searched that outlives the step that read it. */
@DockerAvailable
class SecretHuntDockerIT {
    private final String canary = "canary-" + UUID.randomUUID();

    @TempDir
    Path context;

    @TempDir
    Path configuration;

    @TempDir
    Path temporary;

    @TempDir
    Path record;

    private final List<String> log = new ArrayList<>();
    private final Set<String> commandLines = new HashSet<>();
    private TidyEngine engine;
    private Path envFile;

    @BeforeEach
    void plant() throws Exception {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("TMPDIR", temporary.toString());
        environment.put("PATH", witness() + ":" + System.getenv("PATH"));
        engine = new TidyEngine(configuration, environment, ImageBuilder.AUTO);
        envFile = Files.writeString(context.resolve(".env"), "PASSWORD=" + canary + "\n");
        HostPrograms.plant(context, "sh");
        Files.write(
                context.resolve("Dockerfile"),
                List.of(
                        "FROM scratch",
                        "COPY . /",
                        "RUN --mount=type=secret,id=env IFS= read -r line < /run/secrets/env && echo read ${#line} letters"));
    }

    /** Puts a docker command before all others that notes its arguments and what lies beside its configuration. */
    private Path witness() throws IOException {
        Path docker = new BuildKit(System.getenv(), Map.of())
                .search()
                .usable()
                .orElseThrow()
                .command();
        Path witness = Files.writeString(
                Files.createDirectory(record.resolve("bin")).resolve("docker"), """
                #!/bin/sh
                echo "$*" >> '%1$s/arguments'
                cp -r "$DOCKER_CONFIG/.." "%1$s/files.$$"
                exec '%2$s' "$@"
                """.formatted(record, docker));
        Files.setPosixFilePermissions(witness, PosixFilePermissions.fromString("rwx------"));
        return witness.getParent();
    }

    /** Returns what the command could be seen to be told, and what it was given in files. */
    private String witnessed() throws IOException {
        try (Stream<Path> tree = Files.walk(record)) {
            return tree.filter(Files::isRegularFile)
                    .map(file -> file + "\n" + read(file))
                    .collect(Collectors.joining("\n"));
        }
    }

    @AfterEach
    void close() throws Exception {
        engine.close();
    }

    private BuiltImage built(Map<String, String> arguments, boolean keptBack) {
        ImageBuild build = new ImageBuild(
                        context, context.resolve("Dockerfile"), arguments, Optional.empty(), Map.of(), false, true)
                .withSecrets(Map.of("env", envFile))
                .keeping(keptBack ? Set.of(envFile) : Set.of());
        return engine.build(build, this::hear);
    }

    /** Reads command lines whenever the build says something: it is going on then. */
    private void hear(String line) {
        log.add(line);
        ProcessHandle.current().descendants().forEach(process -> {
            commandLines.add(read(Path.of("/proc", Long.toString(process.pid()), "cmdline")));
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    private List<String> forms() {
        return List.of(canary, Base64.getEncoder().encodeToString(canary.getBytes(StandardCharsets.UTF_8)));
    }

    private String of(String... command) throws Exception {
        return new DockerCommand(configuration).succeed(command).output();
    }

    @Test
    void findsTheSecretNowhere() throws Exception {
        BuiltImage image = built(Map.of(), true);

        assertThat(log).anyMatch(line -> line.endsWith("read " + ("PASSWORD=" + canary).length() + " letters"));
        assertThat(String.join("\n", log)).doesNotContain(forms());
        assertThat(String.join("\n", commandLines)).doesNotContain(forms());
        assertThat(witnessed())
                .contains("--secret id=env,", "/dockerfile/Dockerfile\n", "/config/config.json\n")
                .doesNotContain(forms());
        assertThat(Files.list(temporary)).isEmpty();
        assertThat(of("inspect", image.id())).doesNotContain(forms());
        assertThat(of("history", "--no-trunc", image.id()))
                .contains("/run/secrets/env")
                .doesNotContain(forms());
        Map<String, String> files = ImageFiles.of(image.id(), new DockerCommand(configuration), configuration);
        assertThat(files.keySet()).contains("Dockerfile").doesNotContain(".env");
        assertThat(files.toString()).doesNotContain(forms());
    }

    @Test
    void wouldFindASecretThatIsCopiedIntoTheImage() throws Exception {
        BuiltImage image = built(Map.of(), false);
        assertThat(ImageFiles.of(image.id(), new DockerCommand(configuration), configuration)
                        .toString())
                .contains(canary);
    }

    @Test
    void keepsThePasswordOfARegistryInTheCommandsOwnConfigurationWhichGoes() throws Exception {
        RegistryCredential login = new RegistryCredential(
                new RegistryHost("registry.example.com:5000"), "bot", Secret.of(canary), Instant.MAX);
        ImageBuild build = new ImageBuild(
                        context, context.resolve("Dockerfile"), Map.of(), Optional.empty(), Map.of(), false, true)
                .withSecrets(Map.of("env", Files.writeString(context.resolve("other"), "A=B\n")))
                .keeping(Set.of(envFile))
                .loggedInBy(List.of(login));
        BuiltImage image = engine.build(build, this::hear);

        String pair = Base64.getEncoder().encodeToString(("bot:" + canary).getBytes(StandardCharsets.UTF_8));
        assertThat(witnessed()).contains(pair).doesNotContain(canary);
        assertThat(String.join("\n", commandLines)).doesNotContain(forms()).doesNotContain(pair);
        assertThat(Files.readString(record.resolve("arguments"))).doesNotContain(pair);
        assertThat(String.join("\n", log)).doesNotContain(forms()).doesNotContain(pair);
        assertThat(Files.list(temporary)).isEmpty();
        assertThat(of("inspect", image.id()) + of("history", "--no-trunc", image.id()))
                .doesNotContain(forms())
                .doesNotContain(pair);
    }

    @Test
    void keepsValuesOfBuildArgumentsOffTheCommandLineEvenThoughTheHistoryShowsThem() throws Exception {
        Files.write(
                context.resolve("Dockerfile"),
                List.of("FROM scratch", "ARG TOKEN", "COPY . /", "RUN echo ${#TOKEN} letters"));
        BuiltImage image = built(Map.of("TOKEN", canary), true);
        assertThat(String.join("\n", commandLines)).doesNotContain(forms());
        assertThat(witnessed()).contains("--build-arg TOKEN ").doesNotContain(forms());
        assertThat(of("history", "--no-trunc", image.id())).contains(canary);
    }
}
