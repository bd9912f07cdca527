package org.ecsdelivery.docker.buildkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ecsdelivery.engine.failure.Cancelled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its tools are shell scripts")
class CliProcessTest {
    /** Starts a child; both outlive being asked to end. */
    private static final String STUBBORN = "trap '' TERM; sh -c 'echo $$; while :; do sleep 1; done' & wait; wait";

    @TempDir
    Path directory;

    private final List<String> lines = new ArrayList<>();

    private static List<String> shell(String script) {
        return List.of("/bin/sh", "-c", script);
    }

    @Test
    void hearsBothStreamsToTheirEnd() throws IOException {
        int exitCode =
                CliProcess.run(shell("echo one; echo two >&2; printf three; exit 3"), directory, Map.of(), lines::add);
        assertThat(exitCode).isEqualTo(3);
        assertThat(lines).containsExactly("one", "two", "three");
    }

    @Test
    void runsInNothingButTheGivenEnvironment() throws IOException {
        CliProcess.run(List.of("/usr/bin/env"), directory, Map.of("A", "b c"), lines::add);
        assertThat(lines).containsExactly("A=b c");
    }

    @Test
    void hasNothingToRead() throws IOException {
        assertThat(CliProcess.run(shell("read line; echo got $line"), directory, Map.of(), lines::add))
                .isZero();
        assertThat(lines).containsExactly("got");
    }

    @Test
    void doesNotLoseLinesThatComeFasterThanTheyAreHeard() throws IOException {
        CliProcess.run(
                shell("i=0; while [ $i -lt 5000 ]; do echo $i; i=$((i+1)); done"), directory, Map.of(), lines::add);
        assertThat(lines).hasSize(5000).endsWith("4999");
    }

    /** Whoever still had the other end of the pipe would keep its reader. */
    private static void assertThatNobodyIsLeft() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("docker-output")) {
                thread.join(60_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    @Test
    void endsAStubbornCommandAndItsChildrenWhenInterrupted() throws Exception {
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(1);
        Thread worker = new Thread(() -> {
            try {
                CliProcess.run(shell(STUBBORN), directory, Map.of("PATH", "/usr/bin:/bin"), line -> {
                    lines.add(line);
                    begun.countDown();
                });
            } catch (IOException | RuntimeException end) {
                ended.complete(end);
            }
        });
        worker.start();
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        worker.interrupt();
        assertThat(ended.get(60, TimeUnit.SECONDS)).isInstanceOf(Cancelled.class);
        assertThatNobodyIsLeft();
    }

    @Test
    void endsTheCommandWhenNobodyCanHearIt() throws Exception {
        assertThatThrownBy(() -> CliProcess.run(shell(STUBBORN), directory, Map.of("PATH", "/usr/bin:/bin"), line -> {
                    lines.add(line);
                    throw new IllegalStateException("deaf");
                }))
                .hasMessage("deaf");
        assertThatNobodyIsLeft();
    }

    @Test
    void doesNotBeginOnAThreadThatIsInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> CliProcess.run(shell("while :; do :; done"), directory, Map.of(), lines::add))
                    .isInstanceOf(Cancelled.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
