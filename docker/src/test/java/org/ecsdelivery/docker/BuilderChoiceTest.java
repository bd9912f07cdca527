package org.ecsdelivery.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.BuildOptions;
import org.ecsdelivery.common.settings.ImageBuilder;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.ImageSettings;
import org.ecsdelivery.docker.buildkit.BuildKit;
import org.ecsdelivery.docker.buildkit.DockerCli;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.ImageBuild;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On agents with and without a docker command that says it reaches BuildKit. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its tools are shell scripts")
class BuilderChoiceTest {
    @TempDir
    Path context;

    @TempDir
    Path bin;

    @BeforeEach
    void plant() throws IOException {
        dockerfile("FROM scratch");
    }

    private void dockerfile(String... lines) throws IOException {
        Files.write(context.resolve("Dockerfile"), List.of(lines));
    }

    private void command(String version) throws IOException {
        Path docker = Files.writeString(
                bin.resolve("docker"),
                "#!/bin/sh\n[ \"$1\" = buildx ] || echo 'Docker version " + version + ", build 1'\n");
        Files.setPosixFilePermissions(docker, PosixFilePermissions.fromString("rwx------"));
    }

    private ImageBuild build(ImageBuilder builder) {
        return new ImageBuild(
                        context, context.resolve("Dockerfile"), Map.of(), Optional.empty(), Map.of(), false, false)
                .by(builder);
    }

    private BuilderChoice choice(ImageBuild build) {
        return BuilderChoice.of(build, new BuildKit(Map.of("PATH", bin.toString()), Map.of()));
    }

    private BuilderChoice choice() {
        return choice(build(ImageBuilder.AUTO));
    }

    private EngineException refusal(ImageBuild build) {
        EngineException[] refused = new EngineException[1];
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> choice(build))
                .satisfies(failure -> refused[0] = failure);
        return refused[0];
    }

    @Test
    void leavesAnOrdinaryDockerfileToTheEngine() throws IOException {
        command("20.10.24");
        assertThat(choice())
                .isEqualTo(new BuilderChoice(
                        Optional.empty(),
                        "The engine's own builder builds the image: nothing in the Dockerfile or the settings needs"
                                + " BuildKit."));
    }

    @Test
    void takesBuildKitForWhatOnlyBuildKitDoes() throws IOException {
        command("20.10.24");
        dockerfile("FROM scratch", "RUN --mount=type=cache make");
        assertThat(choice().cli().map(DockerCli::command)).contains(bin.resolve("docker"));
        assertThat(choice().reason())
                .isEqualTo("BuildKit builds the image, through the BuildKit client in " + bin.resolve("docker")
                        + " 20.10.24, for RUN --mount (line 2) in the Dockerfile.");
    }

    @Test
    void takesBuildKitForSecretsAndByDemand() throws IOException {
        command("20.10.24");
        assertThat(choice(build(ImageBuilder.AUTO).withSecrets(Map.of("a", context)))
                        .reason())
                .endsWith(", for Build secrets (image.secrets).");
        assertThat(choice(build(ImageBuilder.AUTO).with(options("image.platforms", "linux/arm64")))
                        .reason())
                .endsWith(", for Platforms (image.platforms).");
        assertThat(choice(build(ImageBuilder.AUTO).with(options("image.ssh", "own=/key")))
                        .reason())
                .endsWith(", for SSH access (image.ssh).");
        assertThat(choice(build(ImageBuilder.BUILDKIT)).reason()).endsWith(", for Builder (image.builder) BUILDKIT.");
    }

    @Test
    void saysWhatToInstallWhereNoCommandReachesBuildKit() throws IOException {
        command("28.2.2");
        dockerfile("FROM scratch", "RUN --mount=type=cache make");
        EngineException refused = refusal(build(ImageBuilder.AUTO));
        assertThat(refused.kind()).isEqualTo(FailureKind.BUILDKIT_MISSING);
        assertThat(refused)
                .hasMessage(
                        "BuildKit is needed for RUN --mount (line 2) in the Dockerfile, and no docker command on the agent's"
                                + " PATH reaches it: " + bin.resolve("docker")
                                + " has neither the plugin buildx nor a client of its own. Install the plugin buildx on the agent"
                                + " (package docker-buildx-plugin of Docker for Debian, Ubuntu, RHEL and Fedora, docker-buildx of"
                                + " Debian's and Ubuntu's own; Docker Desktop on Windows has it), or do without BuildKit in the"
                                + " Dockerfile and the settings.");
    }

    @Test
    void saysSoWithoutAnyDockerCommand() {
        assertThat(refusal(build(ImageBuilder.BUILDKIT)).reported()).contains("there is no docker command on the PATH");
    }

    @Test
    void buildsADockerfileThatOnlyWishesForBuildKitWithoutIt() throws IOException {
        dockerfile("# syntax=docker/dockerfile:1", "FROM scratch");
        assertThat(choice())
                .isEqualTo(new BuilderChoice(
                        Optional.empty(),
                        "The engine's own builder builds the image, although BuildKit would be better for #"
                                + " syntax=docker/dockerfile:1 (line 1) in the Dockerfile: there is no docker command on the"
                                + " PATH."));
    }

    @Test
    void obeysAUserWhoWantsTheEnginesOwnBuilder() throws IOException {
        command("20.10.24");
        dockerfile("FROM scratch", "RUN --mount=type=cache make");
        assertThat(choice(build(ImageBuilder.ENGINE)).cli()).isEmpty();
    }

    @Test
    void refusesToHandSecretsToTheEnginesOwnBuilder() {
        assertThat(refusal(build(ImageBuilder.ENGINE).withSecrets(Map.of("a", context))))
                .hasMessage(
                        "Build secrets (image.secrets): only BuildKit can do that, and Builder (image.builder) is ENGINE. Choose"
                                + " AUTO or BUILDKIT there.");
    }

    @Test
    void leavesTheNetworkOfTheBuildToEitherBuilder() {
        assertThat(choice(build(ImageBuilder.AUTO).with(options("image.network", "NONE")))
                        .cli())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image.platforms=linux/amd64 linux/arm64",
                "image.attestations=PROVENANCE",
                "image.cacheTo=ghcr.io/shop:cache"
            })
    void wantsThePluginForAnImageThatIsAnIndexAndForACacheOfItsOwn(String setting) throws IOException {
        command("20.10.24");
        String[] parts = setting.split("=");
        assertThat(refusal(build(ImageBuilder.AUTO).with(options(parts[0], parts[1]))))
                .hasMessageStartingWith("The plugin buildx is needed for ")
                .hasMessageContaining("(" + parts[0] + ")")
                .hasMessageContaining(", and the docker command of the agent is the BuildKit client in ")
                .hasMessageContaining("Install the plugin buildx");
    }

    @Test
    void takesBuildKitToLeaveACacheInTheImage() throws IOException {
        command("20.10.24");
        assertThat(choice(build(ImageBuilder.AUTO).with(options("image.cacheTo", "inline")))
                        .reason())
                .endsWith(", for Cache to (image.cacheTo).");
    }

    @Test
    void readsACacheByBuildKitWhereThereIsOne() throws IOException {
        ImageBuild build = build(ImageBuilder.AUTO).with(options("image.cacheFrom", "ghcr.io/shop:cache"));
        assertThat(choice(build).cli()).isEmpty();
        command("20.10.24");
        assertThat(choice(build).reason()).endsWith(", for Cache from (image.cacheFrom).");
    }

    @Test
    void wantsAnSshAgentWhereItsKeysAreAskedFor() throws IOException {
        command("20.10.24");
        assertThat(refusal(build(ImageBuilder.AUTO).with(options("image.ssh", "default"))))
                .hasMessageContaining("SSH_AUTH_SOCK is not set")
                .hasMessageContaining("Add the build feature SSH Agent");
    }

    private static BuildOptions options(String name, String value) {
        return ((Parsed.Valid<ImageSettings>) ImageParameters.parse(
                        Map.of(
                                "image.repository",
                                "shop",
                                "image.tags",
                                "1",
                                "aws.region",
                                "eu-central-1",
                                name,
                                value),
                        References.RESOLVED))
                .settings()
                .options();
    }
}
