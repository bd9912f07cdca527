package org.ecsdelivery.docker.buildkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.Attestations;
import org.ecsdelivery.common.settings.BuildCache;
import org.ecsdelivery.common.settings.BuildNetwork;
import org.ecsdelivery.common.settings.BuildOptions;
import org.ecsdelivery.common.settings.CacheTo;
import org.ecsdelivery.common.settings.ImageCleanUp;
import org.ecsdelivery.common.value.ImageReference;
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
        return BuildCommand.of(cli, build, BuildFiles.in(Path.of("/p"), Path.of("/p/Dockerfile")));
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
                        "/p/image-id",
                        "--metadata-file",
                        "/p/metadata.json",
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
    void keepsThemOffItAlsoWhereTheirNamesBeginLikeTheCommandsOwn() {
        for (String name :
                List.of("LDAP_PASSWORD", "GOOGLE_API_KEY", "DOCKER_PASSWORD", "SSL_KEY", "DOCKER_AUTH_CONFIG")) {
            assertThat(command(OLD, build(Map.of(name, "s3cret"))).line())
                    .containsSequence("--build-arg", name)
                    .noneMatch(part -> part.contains("s3cret"));
        }
    }

    @Test
    void letsNoBuildArgumentChangeTheCommandsOwnVariables() {
        for (String name : new String[] {
            "PATH", "DOCKER_HOST", "DOCKER_CLI_HINTS", "BUILDKIT_INLINE_CACHE", "LD_PRELOAD", "GODEBUG", "home"
        }) {
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

    @Test
    void handsOnWhatTheSettingsSayBeyondThat() {
        BuildOptions options = new BuildOptions(
                Optional.empty(),
                List.of("linux/amd64", "linux/arm64"),
                BuildNetwork.HOST,
                Map.of("default", ""),
                Attestations.BOTH,
                ImageCleanUp.KEEP,
                BuildCache.NONE);
        assertThat(command(PLUGIN, build(Map.of()).with(options)).line())
                .containsSequence(
                        "--platform",
                        "linux/amd64,linux/arm64",
                        "--network",
                        "host",
                        "--ssh",
                        "default",
                        "--provenance=mode=min",
                        "--sbom=true",
                        "/context");
        assertThat(command(PLUGIN, build(Map.of()).with(options.withSsh(Map.of("own", "/key"))))
                        .line())
                .containsSequence("--ssh", "own=/key");
    }

    private static List<String> withCache(DockerCli cli, String from, CacheTo to) {
        BuildCache cache = new BuildCache(List.of(ImageReference.parse(from)), Optional.of(to));
        return command(cli, build(Map.of()).with(BuildOptions.NONE.withCache(cache)))
                .line();
    }

    @Test
    void addsToACacheInEcrWhatEcrNeeds() {
        String cache = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop:cache";
        assertThat(withCache(PLUGIN, cache, CacheTo.INLINE.named(ImageReference.parse(cache))))
                .containsSequence(
                        "--cache-from",
                        cache,
                        "--cache-to",
                        "type=registry,ref=" + cache
                                + ",mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true",
                        "/context");
    }

    @Test
    void addsNothingOfEcrsElsewhereAndObeysWhatIsSaid() {
        CacheTo to = new CacheTo(Optional.of(ImageReference.parse("ghcr.io/shop:cache")), Map.of("mode", "min"));
        assertThat(withCache(PLUGIN, "ghcr.io/shop:cache", to))
                .containsSequence("--cache-to", "type=registry,ref=ghcr.io/shop:cache,mode=min,ignore-error=true");
        assertThat(withCache(
                        PLUGIN,
                        "ghcr.io/shop:cache",
                        new CacheTo(
                                Optional.of(ImageReference.parse("public.ecr.aws/shop/web:cache")),
                                Map.of("image-manifest", "false"))))
                .anyMatch(word -> word.contains(",image-manifest=false,oci-mediatypes=true,"));
    }

    @Test
    void hasTheImageTellOfItsLayersInTheWordsOfEitherClient() {
        assertThat(withCache(PLUGIN, "shop:1", CacheTo.INLINE)).containsSequence("--cache-to", "type=inline");
        assertThat(withCache(OLD, "shop:1", CacheTo.INLINE)).containsSequence("--build-arg", "BUILDKIT_INLINE_CACHE=1");
    }
}
