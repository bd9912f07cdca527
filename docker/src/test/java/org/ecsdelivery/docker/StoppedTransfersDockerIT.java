package org.ecsdelivery.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.ImageBuilder;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.image.ImageBuild;
import org.ecsdelivery.engine.image.RegistryCredential;
import org.ecsdelivery.engine.image.built.BuiltImage;
import org.ecsdelivery.sandbox.docker.DockerAvailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A step that is stopped while the real engine pulls or pushes, or takes a build context, and nobody goes on at the other end. */
@DockerAvailable
@Timeout(120)
class StoppedTransfersDockerIT {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    /** More than the kernel keeps for somebody who does not read. */
    private static final int LARGE = 16 << 20;

    @TempDir
    Path context;

    @TempDir
    Path directory;

    @TempDir
    Path temporary;

    private final Map<String, String> environment = new HashMap<>(System.getenv());
    private HoldingRegistry registry;

    @BeforeEach
    void open() throws IOException {
        registry = HoldingRegistry.start();
        environment.put("TMPDIR", temporary.toString());
    }

    @AfterEach
    void close() throws IOException {
        registry.close();
    }

    private ImageBuild build(String... dockerfile) throws IOException {
        Files.write(context.resolve("Dockerfile"), List.of(dockerfile));
        return new ImageBuild(
                context,
                context.resolve("Dockerfile"),
                Map.of(),
                Optional.empty(),
                Map.of("made", UUID.randomUUID().toString()),
                false,
                false);
    }

    /** Something that waits until the work is under way. */
    @FunctionalInterface
    private interface Moment {
        void await() throws Exception;
    }

    private static void assertThatItStops(Runnable work, Moment underWay) throws Exception {
        FutureTask<Throwable> end = new FutureTask<>(() -> {
            try {
                work.run();
                return new AssertionError("it ended well");
            } catch (Throwable thrown) {
                return thrown;
            }
        });
        Thread worker = new Thread(end, "worker");
        worker.setDaemon(true);
        worker.start();
        underWay.await();
        worker.interrupt();
        assertThat(end.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS)).isInstanceOf(Cancelled.class);
    }

    private void assertThatNothingIsLeft() throws IOException {
        try (Stream<Path> all = Files.list(temporary)) {
            assertThat(all).isEmpty();
        }
        assertThat(ProcessHandle.current().descendants())
                .noneMatch(process -> process.info().command().orElse("").contains("docker"));
    }

    @Test
    void aPushOfWhichTheRegistryHasTakenTheBeginningGoesNoFurther() throws Exception {
        byte[] content = new byte[LARGE];
        new Random(42).nextBytes(content);
        Files.write(context.resolve("large"), content);
        ImageReference name = ImageReference.parse(registry.host() + "/shop:1");
        RegistryCredential anybody = new RegistryCredential(registry.host(), "bot", Secret.of("word"), Instant.MAX);
        try (TidyEngine engine = new TidyEngine(directory, environment, ImageBuilder.ENGINE)) {
            BuiltImage image = engine.build(build("FROM scratch", "COPY large /"), line -> {});
            engine.tag(image, name);

            assertThatItStops(() -> engine.push(name, anybody, event -> {}), registry::awaitCaller);

            assertThat(registry.received()).isLessThan(LARGE);
            assertThat(engine.remove(image, List.of(name))).isTrue();
        }
        assertThatNothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGINE", "BUILDKIT"})
    void aBuildEndsWhoseBaseImageIsNotAnswered(ImageBuilder builder) throws Exception {
        ImageBuild build = build("FROM " + registry.host() + "/base:1").by(builder);
        DockerEngine engine = DockerEngine.of(environment);

        assertThatItStops(() -> engine.build(build, line -> {}), registry::awaitCaller);

        assertThatNothingIsLeft();
    }

    @Test
    void aBuildEndsWhoseContextIsOnItsWayToBuildKit() throws Exception {
        try (RandomAccessFile large =
                new RandomAccessFile(context.resolve("large").toFile(), "rw")) {
            large.setLength(LARGE);
        }
        ImageBuild build = build("FROM scratch", "COPY large /").by(ImageBuilder.BUILDKIT);
        try (HoldingSocket slow = HoldingSocket.carrying(LARGE / 2, directory.resolve("docker.sock"))) {
            environment.put("DOCKER_HOST", slow.address());
            DockerEngine engine = DockerEngine.of(environment);

            assertThatItStops(() -> engine.build(build, line -> {}), slow::awaitHeld);
            assertThatNothingIsLeft();
        }
    }
}
