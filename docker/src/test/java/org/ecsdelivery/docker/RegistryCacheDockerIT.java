package org.ecsdelivery.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.ImageBuilder;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.ImageSettings;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.ImageEvent;
import org.ecsdelivery.engine.event.RecordedEvents;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.BuildFacts;
import org.ecsdelivery.engine.image.BuildPlace;
import org.ecsdelivery.engine.image.ImageBuildAndPush;
import org.ecsdelivery.engine.image.ImageRegistry;
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

/** The whole step on an engine that has forgotten what it built, with a registry that lets nobody in without a login. */
@DockerAvailable
@Timeout(120)
class RegistryCacheDockerIT {
    private final LocalAws aws = LocalAws.builder().start();
    private final SandboxRegistry ecr = new SandboxRegistry(aws);

    @TempDir
    Path directory;

    @TempDir
    Path checkout;

    private DockerCommand docker;

    @BeforeEach
    void plant() throws Exception {
        docker = new DockerCommand(Files.createDirectory(directory.resolve("docker")));
        Files.writeString(checkout.resolve("tool"), "tool of " + checkout);
        Files.writeString(checkout.resolve("page"), "page of " + checkout);
        Files.writeString(
                checkout.resolve("Dockerfile"),
                "FROM scratch AS tools\nCOPY tool /\nFROM scratch\nCOPY --from=tools /tool /bin/tool\nCOPY page /\n");
    }

    @AfterEach
    void close() {
        aws.close();
    }

    /** Builds, pushes and forgets; returns what was told. */
    private RecordedEvents run(ImageBuilder builder, String... keysAndValues) throws Exception {
        Map<String, String> given = new HashMap<>(Map.of("image.tags", "1", "image.repository", "shop"));
        given.put("image.builder", builder.name());
        for (int i = 0; i < keysAndValues.length; i += 2) {
            given.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        given.put("aws.region", "eu-central-1");
        ImageSettings settings =
                ((Parsed.Valid<ImageSettings>) ImageParameters.parse(given, References.RESOLVED)).settings();
        RecordedEvents events = new RecordedEvents();
        boolean own = builder == ImageBuilder.ENGINE;
        Set<String> records = own ? Set.of() : records();
        try (TidyEngine engine = new TidyEngine(directory.resolve("docker"), System.getenv(), builder)) {
            new ImageBuildAndPush(engine, registries(), InstantSource.system(), pause -> {}, new Cancellation(), events)
                    .run(settings, new BuildPlace(checkout, checkout, directory), facts());
        } finally {
            if (!own) {
                forget(records);
            }
        }
        return events;
    }

    private Registries registries() {
        return new Registries() {
            @Override
            public ImageRegistry own() {
                return ecr;
            }

            @Override
            public Optional<ImageRegistry> at(RegistryHost host) {
                return Optional.empty();
            }
        };
    }

    private static BuildFacts facts() {
        return new BuildFacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Instant.EPOCH);
    }

    private Set<String> records() throws Exception {
        return Arrays.stream(
                        docker.succeed("system", "df", "-v", "--format", "{{range .BuildCache}}{{println .ID}}{{end}}")
                                .output()
                                .split("\\s+"))
                .collect(Collectors.toSet());
    }

    /** Removes what BuildKit has kept since; what others do at the same time loses no more than its cache. */
    private void forget(Set<String> before) throws Exception {
        boolean removed = true;
        while (removed) {
            removed = false;
            for (String record : records()) {
                removed |= !before.contains(record)
                        && docker.run("builder", "prune", "--all", "--force", "--filter", "id=" + record)
                                .output()
                                .contains(record);
            }
        }
    }

    private static List<String> output(RecordedEvents events) {
        return events.of(ImageEvent.BuildOutput.class).stream()
                .map(ImageEvent.BuildOutput::line)
                .toList();
    }

    private static long cached(RecordedEvents events) {
        return output(events).stream()
                .filter(line -> line.matches("#\\d+ CACHED| ---> Using cache"))
                .count();
    }

    private static List<String> warnings(RecordedEvents events) {
        return events.of(EngineEvent.Warned.class).stream()
                .map(EngineEvent.Warned::text)
                .toList();
    }

    private boolean hasContainerdStore() throws Exception {
        return docker.succeed("info", "--format", "{{.DriverStatus}}").output().contains("io.containerd.snapshotter");
    }

    private void assertTaken(RecordedEvents first, RecordedEvents second, String cache) {
        assertThat(first.of(ImageEvent.CacheMissing.class))
                .containsExactly(new ImageEvent.CacheMissing(aws.registryHost() + "/" + cache));
        assertThat(cached(first)).isZero();
        assertThat(second.of(ImageEvent.CacheMissing.class)).isEmpty();
        assertThat(cached(second)).as(() -> String.join("\n", output(second))).isPositive();
        assertThat(second.of(ImageEvent.PushProgressed.class))
                .last()
                .satisfies(push -> assertThat(push.bytesSent()).isZero());
    }

    @Test
    void theEnginesOwnBuilderTakesLayersFromTheImageItPushedBefore() throws Exception {
        RecordedEvents first = run(ImageBuilder.ENGINE, "image.cacheFrom", "shop:1");
        docker.run("rmi", "--force", aws.registryHost() + "/shop:1");
        RecordedEvents second = run(ImageBuilder.ENGINE, "image.cacheFrom", "shop:1", "image.tags", "2");
        docker.run("rmi", "--force", aws.registryHost() + "/shop:1");
        assertTaken(first, second, "shop:1");
    }

    /** An engine that the step does not let tell of layers is made to by a build argument here, which is safe while no cache is read. */
    @Test
    void buildKitTakesLayersFromAnImageThatTellsOfThem() throws Exception {
        boolean old = docker.succeed("version", "--format", "{{.Server.Version}}")
                .output()
                .startsWith("20.");
        Files.writeString(checkout.resolve("Dockerfile"), "FROM scratch\nCOPY tool /\nCOPY page /\n");
        RecordedEvents without = run(ImageBuilder.BUILDKIT, "image.cacheFrom", "shop:1", "image.tags", "0");
        String[] leaving = old
                ? new String[] {"image.buildArgs", "BUILDKIT_INLINE_CACHE=1"}
                : new String[] {"image.cacheTo", "inline"};
        assertThat(cached(run(ImageBuilder.BUILDKIT, leaving))).isZero();
        assertTaken(without, run(ImageBuilder.BUILDKIT, "image.cacheFrom", "shop:1", "image.tags", "2"), "shop:1");
    }

    @Test
    void buildKitLeavesACacheInARegistryWhereTheEngineCanElseTheStepSaysWhatItTakes() throws Exception {
        String[] own = {
            "image.cacheFrom", "shop:cache",
            "image.cacheTo", "type=registry,ref=shop:cache,image-manifest=true,oci-mediatypes=true"
        };
        if (hasContainerdStore()) {
            RecordedEvents first = run(ImageBuilder.AUTO, own);
            RecordedEvents second = run(ImageBuilder.AUTO, own[0], own[1], own[2], own[3], "image.tags", "2");
            assertTaken(first, second, "shop:cache");
            assertThat(warnings(first)).isEmpty();
            // as ECR does, the sandbox takes no cache that is an index
            RecordedEvents refused =
                    run(ImageBuilder.AUTO, "image.cacheTo", "type=registry,ref=shop:other,image-manifest=false");
            assertThat(warnings(refused))
                    .singleElement()
                    .asString()
                    .startsWith("The cache " + aws.registryHost() + "/shop:other could not be written");
        } else {
            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() -> run(ImageBuilder.AUTO, own))
                    .satisfies(refused -> assertThat(refused.kind()).isEqualTo(FailureKind.BUILDKIT_MISSING))
                    .withMessageContaining("Cache to (image.cacheTo)");
        }
    }
}
