package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jetbrains.buildServer.BuildProblemData;
import org.ecsdelivery.common.settings.EnvFileDialect;
import org.ecsdelivery.common.settings.EnvFileSettings.Context;
import org.ecsdelivery.dsl.EnvFile;
import org.ecsdelivery.dsl.ImageStep;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.docker.DockerAvailable;
import org.ecsdelivery.sandbox.docker.DockerCommand;
import org.ecsdelivery.sandbox.docker.HostPrograms;
import org.ecsdelivery.sandbox.teamcity.AgentProperties;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;
import org.ecsdelivery.sandbox.teamcity.BuildResult;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.ecsdelivery.sandbox.teamcity.ConfiguredFeature;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.ecsdelivery.sandbox.teamcity.LogListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Builds an image with the zip and with an env file that the same build has made. */
@DockerAvailable
@Timeout(120)
class PackedEnvFileDockerIT {
    private final String run = UUID.randomUUID().toString();
    private final String canary = "canary-" + run;

    @TempDir
    private Path work;

    private LocalAws aws;
    private LocalTeamCity teamCity;
    private Path checkout;

    @BeforeEach
    void start() throws Exception {
        aws = LocalAws.builder().start();
        checkout = Files.createDirectory(work.resolve("checkout"));
        HostPrograms.plant(checkout, "sh");
        // another secret alone would not make BuildKit run the instruction again
        Files.writeString(checkout.resolve("build.txt"), run);
        Files.writeString(
                checkout.resolve("Dockerfile"),
                "FROM scratch\nCOPY . /\n"
                        + "RUN --mount=type=secret,id=app . /run/secrets/app && echo \"a password of ${#PASSWORD} letters\"\n");
        AgentProperties agent = AgentProperties.bare()
                .withDocker("20.10", System.getenv())
                .withEnvironment(Map.of("PATH", System.getenv("PATH")));
        teamCity = LocalTeamCity.load(PackedPlugin.zip(), work.resolve("teamcity"), agent);
    }

    @AfterEach
    void stop() throws Exception {
        docker().run("image", "rm", "--force", repository() + ":42");
        teamCity.close();
        aws.close();
    }

    @Test
    void theBuildReadsTheFileAsASecretAndNoLayerKeepsIt() throws Exception {
        BuildResult result = build(file().inBuildContext(Context.IGNORE));

        assertThat(result.succeeded()).as(String.join("\n", result.texts())).isTrue();
        assertThat(result.texts())
                .anyMatch(line -> line.contains("a password of " + canary.length() + " letters"))
                .noneMatch(line -> line.contains(canary));
        Path image = work.resolve("image.tar");
        docker().succeed("image", "save", "--output", image.toString(), repository() + ":42");
        assertThat(Files.readString(image, StandardCharsets.ISO_8859_1)).doesNotContain(canary);
        assertThat(docker().succeed("image", "history", "--no-trunc", repository() + ":42")
                        .output())
                .doesNotContain(canary);
        assertThat(checkout.resolve(".env")).doesNotExist();
    }

    @Test
    void noStepRunsWhenTheContextWouldSendTheFile() throws IOException {
        BuildResult result = build(file());

        assertThat(result.succeeded()).isFalse();
        assertThat(result.problems())
                .extracting(BuildProblemData::getDescription)
                .singleElement()
                .asString()
                .contains(".env", "envFile.context");
    }

    private EnvFile file() {
        return EnvFile.at(".env").readBy(EnvFileDialect.BASH);
    }

    private BuildResult build(EnvFile file) {
        ImageStep image = ImageStep.of(repository())
                .secret("app", ".env")
                .endpoint(aws.endpoint().toString());
        BuildConfiguration configuration = BuildConfiguration.of(
                        "Shop web",
                        Map.of(
                                "env-file.PASSWORD", canary,
                                "env.AWS_ACCESS_KEY_ID", "AKIAPACKEDPACKEDPACK",
                                "env.AWS_SECRET_ACCESS_KEY", "worth+nothing/but=secret",
                                "env.AWS_REGION", "eu-central-1"),
                        List.of(BuildStep.from(image)),
                        checkout)
                .withPasswordParameters(Set.of("env-file.PASSWORD"))
                .withFeatures(List.of(ConfiguredFeature.from(file)));
        return teamCity.run(configuration, BuildInputs.of(1, "42", "0".repeat(40)), LogListener.none())
                .result();
    }

    private String repository() {
        return aws.registryHost() + "/shop/web";
    }

    private DockerCommand docker() throws IOException {
        return new DockerCommand(Files.createDirectories(work.resolve("docker")));
    }
}
