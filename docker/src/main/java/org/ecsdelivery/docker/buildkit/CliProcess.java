package org.ecsdelivery.docker.buildkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ecsdelivery.engine.failure.Cancelled;

/** One run of a command, without a shell, in nothing but the given environment. Whoever waits can be interrupted at any time. */
final class CliProcess {
    /** A docker command that is asked to end tells the engine first; then it has to go. */
    private static final Duration LEAVE = Duration.ofSeconds(2);

    private static final int LINES_AHEAD = 1000;

    private final Process process;
    /** Empty marks the end. */
    private final BlockingQueue<Optional<String>> lines = new ArrayBlockingQueue<>(LINES_AHEAD);

    private CliProcess(Process process) {
        this.process = process;
    }

    /**
     * Runs a command to its end.
     *
     * @param output hears each line of both streams
     * @return the exit code
     * @throws IOException when it cannot be started
     * @throws Cancelled when the thread is interrupted; the command and all that it started are gone then
     */
    static int run(List<String> command, Path directory, Map<String, String> environment, Consumer<String> output)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        CliProcess running = new CliProcess(builder.start());
        boolean ended = false;
        try {
            int exitCode = running.follow(output);
            ended = true;
            return exitCode;
        } catch (InterruptedException interrupted) {
            running.end();
            ended = true;
            Thread.currentThread().interrupt();
            throw new Cancelled("the build was interrupted");
        } finally {
            if (!ended) {
                running.end();
            }
        }
    }

    private int follow(Consumer<String> output) throws IOException, InterruptedException {
        process.getOutputStream().close();
        Thread reader = new Thread(this::read, "docker-output");
        reader.setDaemon(true);
        reader.start();
        try {
            for (Optional<String> line = lines.take(); line.isPresent(); line = lines.take()) {
                output.accept(line.get());
            }
            return process.waitFor();
        } finally {
            reader.interrupt();
        }
    }

    private void read() {
        try (InputStream stream = process.getInputStream();
                BufferedReader text = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                lines.put(Optional.of(line));
            }
            lines.put(Optional.empty());
        } catch (IOException closed) {
            lines.offer(Optional.empty());
        } catch (InterruptedException nobodyListens) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroy);
        awaitEnd();
        Stream.concat(all.stream(), process.descendants()).forEach(ProcessHandle::destroyForcibly);
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            process.waitFor(LEAVE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException again) {
            // no more patience
        }
    }
}
