package org.ecsdelivery.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.image.ImageBuild;
import org.ecsdelivery.engine.image.RegistryCredential;
import org.ecsdelivery.engine.image.built.BuiltImage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Work on an engine that hangs, at whatever moment, ends soon after its thread is interrupted. */
class StoppedWorkTest {
    private static final ImageReference NAME = ImageReference.parse("127.0.0.1:5000/team/shop:1");

    @TempDir
    Path context;

    @TempDir
    Path sockets;

    private final CountDownLatch firstLine = new CountDownLatch(1);

    private enum Hang {
        TCP,
        SOCKET_FILE;

        LoopbackEngine start(Path sockets, String says) {
            return this == TCP
                    ? LoopbackEngine.onTcp(says)
                    : LoopbackEngine.onSocketFile(sockets.resolve("docker.sock"), says);
        }
    }

    @BeforeEach
    void plantContext() throws IOException {
        Files.write(context.resolve("Dockerfile"), List.of("FROM scratch", "COPY large /"));
        // more than the kernel keeps for a reader who does not read
        Files.write(context.resolve("large"), new byte[16 * 1024 * 1024]);
    }

    private ImageBuild build() {
        return new ImageBuild(
                context, context.resolve("Dockerfile"), Map.of(), Optional.empty(), Map.of(), false, false);
    }

    private void heard(String line) {
        firstLine.countDown();
    }

    private void build(DockerEngine engine) {
        engine.build(build(), this::heard);
    }

    private void push(DockerEngine engine) {
        RegistryCredential credential =
                new RegistryCredential(new RegistryHost("127.0.0.1:5000"), "AWS", Secret.of("token"), Instant.MAX);
        engine.push(NAME, credential, progress -> firstLine.countDown());
    }

    private static void tag(DockerEngine engine) {
        engine.tag(new BuiltImage("sha256:" + "a".repeat(64), 1), NAME);
    }

    private void assertStops(LoopbackEngine engine, Consumer<DockerEngine> work, boolean answered) throws Exception {
        FutureTask<Throwable> ended = new FutureTask<>(() -> {
            try {
                work.accept(engine.engine());
                return new AssertionError("the work ended well");
            } catch (Throwable end) {
                return end;
            }
        });
        Thread worker = new Thread(ended, "worker");
        worker.setDaemon(true);
        worker.start();
        engine.awaitCaller();
        if (answered) {
            assertThat(firstLine.await(20, TimeUnit.SECONDS)).isTrue();
        }
        worker.interrupt();
        assertThat(ended.get(2, TimeUnit.SECONDS)).isInstanceOf(Cancelled.class);
        assertThatItsThreadsEnd();
    }

    private static void assertThatItsThreadsEnd() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("docker-")) {
                thread.join(2_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void stopsAskingAnEngineThatNeverAnswers(Hang where) throws Exception {
        try (LoopbackEngine engine = where.start(sockets, "")) {
            assertStops(engine, DockerEngine::describe, false);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stopsTaggingOnAnEngineThatNeverAnswers(Hang where) throws Exception {
        try (LoopbackEngine engine = where.start(sockets, "")) {
            assertStops(engine, StoppedWorkTest::tag, false);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stopsSendingAContextThatNobodyReads(Hang where) throws Exception {
        try (LoopbackEngine engine = where.start(sockets, "")) {
            assertStops(engine, this::build, false);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stopsABuildThatFallsSilent(Hang where) throws Exception {
        Files.delete(context.resolve("large"));
        String begun = LoopbackEngine.beginningOfAStream("{\"stream\":\"Step 1/2 : FROM scratch\\n\"}\r\n");
        try (LoopbackEngine engine = where.start(sockets, begun)) {
            assertStops(engine, this::build, true);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stopsAPushThatNeverBegins(Hang where) throws Exception {
        try (LoopbackEngine engine = where.start(sockets, "")) {
            assertStops(engine, this::push, false);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stopsAPushThatFallsSilent(Hang where) throws Exception {
        String begun = LoopbackEngine.beginningOfAStream("{\"status\":\"Preparing\",\"id\":\"5f70bf18a086\"}\r\n");
        try (LoopbackEngine engine = where.start(sockets, begun)) {
            assertStops(engine, this::push, true);
        }
    }
}
