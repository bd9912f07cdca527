package org.ecsdelivery.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.ImageBuilder;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.image.ImageBuild;
import org.ecsdelivery.sandbox.docker.DockerAvailable;
import org.ecsdelivery.sandbox.docker.DockerCommand;
import org.ecsdelivery.sandbox.docker.HostPrograms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A build that is stopped in the middle of a {@code RUN} that would go on for ten minutes. */
@DockerAvailable
class StoppedBuildDockerIT {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir
    Path context;

    @TempDir
    Path directory;

    @TempDir
    Path temporary;

    @BeforeEach
    void plant() throws Exception {
        HostPrograms.plant(context, "sh", "sleep");
        Files.write(
                context.resolve("Dockerfile"),
                List.of(
                        "FROM scratch",
                        "LABEL stopped=" + context.getFileName(),
                        "COPY . /",
                        "RUN echo begun $((40 + 2)); /bin/sleep 601"));
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGINE", "BUILDKIT"})
    void endsSoonAndLeavesNoContainerNoProcessAndNoFile(ImageBuilder builder) throws Exception {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("TMPDIR", temporary.toString());
        DockerEngine engine = DockerEngine.of(environment);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Throwable> end = new AtomicReference<>();
        FutureTask<Long> build = new FutureTask<>(() -> {
            try {
                engine.build(build(builder), line -> {
                    if (line.endsWith("begun 42")) {
                        begun.countDown();
                    }
                });
            } catch (Cancelled cancelled) {
                end.set(cancelled);
            }
            return System.nanoTime();
        });
        Thread worker = new Thread(build, "worker");
        worker.setDaemon(true);
        worker.start();
        assertThat(begun.await(120, TimeUnit.SECONDS)).isTrue();

        long stopped = System.nanoTime();
        worker.interrupt();
        long ended = build.get(60, TimeUnit.SECONDS);

        assertThat(end.get()).isInstanceOf(Cancelled.class);
        assertThat(Duration.ofNanos(ended - stopped)).isLessThan(LIMIT);
        assertThat(left()).isEmpty();
        assertThat(ProcessHandle.current().descendants())
                .noneMatch(process -> process.info().command().orElse("").contains("docker"));
        awaitNoSleeper();
    }

    private ImageBuild build(ImageBuilder builder) {
        return new ImageBuild(context, context.resolve("Dockerfile"), Map.of(), Optional.empty(), Map.of(), false, true)
                .by(builder);
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> tree = Files.list(temporary)) {
            return tree.toList();
        }
    }

    /** The engine ends the instruction when it notices that its client is gone. */
    private void awaitNoSleeper() throws Exception {
        DockerCommand docker = new DockerCommand(directory);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (sleepers() || !containers(docker).isEmpty()) {
            assertThat(System.nanoTime())
                    .as("the instruction still runs, or its container is still there")
                    .isLessThan(until);
            Thread.onSpinWait();
        }
    }

    private String containers(DockerCommand docker) throws Exception {
        return docker.succeed("ps", "--all", "--quiet", "--filter", "label=stopped=" + context.getFileName())
                .output()
                .strip();
    }

    private static boolean sleepers() {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::info)
                .anyMatch(process ->
                        Arrays.asList(process.arguments().orElse(new String[0])).contains("601"));
    }
}
