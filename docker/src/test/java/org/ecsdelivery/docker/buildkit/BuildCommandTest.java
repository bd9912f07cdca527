package org.ecsdelivery.docker.buildkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.docker.buildkit.DockerCli.Way;
import org.ecsdelivery.engine.image.ImageBuild;
import org.junit.jupiter.api.Test;

class BuildCommandTest {
    private static final DockerCli PLUGIN = new DockerCli(Path.of("/usr/bin/docker"), Way.BUILDX, "0.24.0");
    private static final DockerCli OLD = new DockerCli(Path.of("/usr/bin/docker"), Way.BUILT_IN, "20.10.24");

    private static ImageBuild build(Map<String, String> arguments) {
        return new ImageBuild(
                Path.of("/context"),
                Path.of("/context/Dockerfile"),
                arguments,
                Optional.of("run"),
                Map.of("team", "a=b c"),
                true,
                true);
    }

    private static BuildCommand command(DockerCli cli, ImageBuild build) {
        return BuildCommand.of(cli, build, Path.of("/p/Dockerfile"), Path.of("/p/id"));
    }

    @Test
    void loadsWhatThePluginBuildsIntoTheEngine() {
        assertThat(command(PLUGIN, build(Map.of())).line())
                .containsExactly(
                        "/usr/bin/docker",
                        "buildx",
                        "build",
                        "--load",
                        "--progress",
                        "plain",
                        "--file",
                        "/p/Dockerfile",
                        "--iidfile",
                        "/p/id",
                        "--label",
                        "team=a=b c",
                        "--target",
                        "run",
                        "--pull",
                        "--no-cache",
                        "/context");
    }

    @Test
    void usesTheOrdinaryCommandOfAClientThatIsBuiltIn() {
        assertThat(command(OLD, build(Map.of())).line())
                .startsWith("/usr/bin/docker", "build", "--progress")
                .doesNotContain("--load");
    }

    @Test
    void keepsValuesOfBuildArgumentsOffTheCommandLine() {
        BuildCommand command = command(OLD, build(Map.of("TOKEN", "s3cret")));
        assertThat(command.line()).containsSequence("--build-arg", "TOKEN").noneMatch(part -> part.contains("s3cret"));
        assertThat(command.environment()).isEqualTo(Map.of("TOKEN", "s3cret"));
    }

    @Test
    void letsNoBuildArgumentChangeTheCommandsOwnVariables() {
        for (String name : new String[] {"PATH", "DOCKER_HOST", "BUILDKIT_INLINE_CACHE", "LD_PRELOAD", "home"}) {
            BuildCommand command = command(OLD, build(Map.of(name, "1")));
            assertThat(command.line()).containsSequence("--build-arg", name + "=1");
            assertThat(command.environment()).isEmpty();
        }
    }

    @Test
    void namesSecretsByFileInWordsThatTheCommandReadsAsCsv() {
        ImageBuild build = build(Map.of()).withSecrets(Map.of("env", Path.of("/t/a,b \"c\".env")));
        assertThat(command(OLD, build).line()).containsSequence("--secret", "id=env,\"src=/t/a,b \"\"c\"\".env\"");
    }
}
