package org.ecsdelivery.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.ImageBuilder;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.ImageSettings;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.image.BuildFacts;
import org.ecsdelivery.engine.image.BuildPlace;
import org.ecsdelivery.engine.image.ImageBuildAndPush;
import org.ecsdelivery.engine.image.ImageRegistry;
import org.ecsdelivery.engine.image.OtherRegistry;
import org.ecsdelivery.engine.image.PushedImage;
import org.ecsdelivery.engine.image.Registries;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.docker.DockerAvailable;
import org.ecsdelivery.sandbox.docker.DockerCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A registry with user and password beside ECR, through a real engine. */
@DockerAvailable
@Timeout(120)
class OtherRegistryDockerIT {
    private final LocalAws aws = LocalAws.builder().start();
    private final SandboxRegistry ecr = new SandboxRegistry(aws);

    @TempDir
    Path directory;

    @TempDir
    Path checkout;

    private DebianRegistry other;
    private TidyEngine engine;

    @BeforeEach
    void open() throws Exception {
        other = DebianRegistry.start(directory);
        engine = new TidyEngine(Files.createDirectory(directory.resolve("docker")));
        Files.writeString(checkout.resolve("page"), "for " + other.host() + " and " + aws.registryHost());
        Files.writeString(checkout.resolve("Dockerfile"), "FROM scratch\nCOPY page /\n");
    }

    @AfterEach
    void close() throws Exception {
        engine.close();
        other.close();
        aws.close();
    }

    private PushedImage run(String repositories, String password) {
        return run(repositories, password, ImageBuilder.AUTO);
    }

    private PushedImage run(String repositories, String password, ImageBuilder builder) {
        Map<String, String> given = new HashMap<>(Map.of("image.tags", "1 latest", "image.repository", repositories));
        given.put("image.builder", builder.name());
        given.put("image.buildArgs", "REGISTRY=" + other.host());
        given.put("image.registryHost", other.host().value());
        given.put("image.registryUser", DebianRegistry.USER);
        given.put("secure:image.registryPassword", password);
        ImageSettings settings =
                ((Parsed.Valid<ImageSettings>) ImageParameters.parse(given, References.RESOLVED)).settings();
        Registries registries = new Registries() {
            @Override
            public ImageRegistry own() {
                return ecr;
            }

            @Override
            public Optional<ImageRegistry> at(RegistryHost host) {
                return settings.targets()
                        .login()
                        .filter(each -> each.host().equals(host))
                        .map(OtherRegistry::new);
            }
        };
        BuildFacts facts = new BuildFacts(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), java.time.Instant.EPOCH);
        return new ImageBuildAndPush(
                        engine,
                        registries,
                        java.time.InstantSource.system(),
                        pause -> {},
                        new Cancellation(),
                        this::hear)
                .run(settings, new BuildPlace(checkout, checkout, directory), facts);
    }

    private void hear(EngineEvent event) {}

    @Test
    void takesOneImageBesideEcrAndGivesItToItsUserOnly() throws Exception {
        PushedImage pushed =
                run(aws.registryHost() + "/shop, " + other.host() + "/example/shop", DebianRegistry.PASSWORD.reveal());

        assertThat(pushed.everywhere())
                .extracting(ImageReference::name)
                .containsExactly(aws.registryHost() + "/shop", other.host() + "/example/shop");
        DockerCommand docker = new DockerCommand(Files.createDirectory(directory.resolve("anonymous")));
        assertThat(docker.run("pull", other.host() + "/example/shop:latest").output())
                .contains("no basic auth credentials");
    }

    @ParameterizedTest
    @EnumSource(
            value = ImageBuilder.class,
            names = {"ENGINE", "BUILDKIT"})
    void pullsAPrivateBaseImageWithTheLoginOfItsRegistry(ImageBuilder builder) throws Exception {
        String base = other.host() + "/example/base";
        run(base, DebianRegistry.PASSWORD.reveal());
        DockerCommand docker = new DockerCommand(Files.createDirectory(directory.resolve("anonymous")));
        docker.succeed("image", "rm", "--force", base + ":1", base + ":latest");
        Files.writeString(
                checkout.resolve("Dockerfile"),
                "ARG REGISTRY\nFROM ${REGISTRY}/example/base:1\nLABEL on=" + builder + "\n");

        PushedImage pushed = run(aws.registryHost() + "/shop", DebianRegistry.PASSWORD.reveal(), builder);

        assertThat(pushed.everywhere()).hasSize(1);
        assertThat(docker.run("pull", base + ":1").output()).as("others").contains("no basic auth credentials");
    }

    @Test
    void refusesAWrongPasswordBeforeAnythingIsBuiltOrPushed() {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(
                        () -> run(aws.registryHost() + "/shop, " + other.host() + "/example/shop", "wrong-and-secret"))
                .withMessageContaining("could not log in to " + other.host())
                .withMessageContaining("image.registryPassword")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("wrong-and-secret"));
        assertThat(aws.registry().repository("shop")).isEmpty();
    }
}
