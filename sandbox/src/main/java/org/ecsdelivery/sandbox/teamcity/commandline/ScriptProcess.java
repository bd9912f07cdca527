package org.ecsdelivery.sandbox.teamcity.commandline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.BuildProblemTypes;
import jetbrains.buildServer.RunBuildException;
import jetbrains.buildServer.agent.BuildFinishedStatus;
import jetbrains.buildServer.agent.BuildProcess;
import jetbrains.buildServer.agent.BuildProgressLogger;
import jetbrains.buildServer.agent.BuildRunnerContext;
import org.jspecify.annotations.Nullable;

/**
 * A script at work, with the environment of the build and nothing of this process's own. What it prints goes to the build log line by
 * line; Stop kills it with all that it started.
 */
final class ScriptProcess implements BuildProcess {
    private static final long LAST_WORDS_SECONDS = 10;

    private final String script;
    private final Path directory;
    private final BuildRunnerContext context;
    private final BuildProgressLogger log;
    private @Nullable Running running;
    private boolean interrupted;

    ScriptProcess(String script, Path directory, BuildRunnerContext context) {
        this.script = script;
        this.directory = directory;
        this.context = context;
        this.log = context.getBuild().getBuildLogger();
    }

    @Override
    public synchronized void start() throws RunBuildException {
        if (interrupted) {
            return;
        }
        try {
            Path file = Files.createTempFile(
                    context.getBuild().getBuildTempDirectory().toPath(), "custom_script", ".sh");
            Files.writeString(file, script);
            log.message("Starting: /bin/sh " + file);
            log.message("in directory: " + directory);
            running = new Running(launched(file), log);
        } catch (IOException cause) {
            throw CommandLineRunner.refused("The script cannot be started in " + directory + ": " + cause.getMessage());
        }
    }

    private Process launched(Path file) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", file.toString()).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(context.getBuildParameters().getEnvironmentVariables());
        Process started = builder.start();
        started.getOutputStream().close();
        return started;
    }

    @Override
    public void interrupt() {
        Running toKill;
        synchronized (this) {
            interrupted = true;
            toKill = running;
        }
        if (toKill != null) {
            List<ProcessHandle> children = toKill.process().descendants().toList();
            toKill.process().destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }

    @Override
    public BuildFinishedStatus waitFor() throws RunBuildException {
        Running started = running();
        if (started == null) {
            return BuildFinishedStatus.INTERRUPTED;
        }
        try {
            int code = started.process().waitFor();
            return isInterrupted() ? stopped(started) : ended(started, code);
        } catch (InterruptedException gone) {
            Thread.currentThread().interrupt();
            interrupt();
            return BuildFinishedStatus.INTERRUPTED;
        }
    }

    /** What was started in the instant of the kill may hold the output open: its last words have their limit. */
    private BuildFinishedStatus stopped(Running started) throws InterruptedException {
        try {
            started.printed().get(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException unfinished) {
            log.warning("The script was stopped; something that it started still runs.");
        }
        return BuildFinishedStatus.INTERRUPTED;
    }

    private BuildFinishedStatus ended(Running started, int code) {
        started.printed().join();
        if (code == 0) {
            log.message("Process exited with code 0");
            return BuildFinishedStatus.FINISHED_SUCCESS;
        }
        log.error("Process exited with code " + code);
        log.logBuildProblem(BuildProblemData.createBuildProblem(
                "exit" + code + "_" + context.getId(),
                BuildProblemTypes.TC_EXIT_CODE_TYPE,
                "Process exited with code " + code + " (Step: " + context.getName() + " (Command Line))"));
        return BuildFinishedStatus.FINISHED_FAILED;
    }

    private synchronized @Nullable Running running() {
        return running;
    }

    @Override
    public synchronized boolean isInterrupted() {
        return interrupted;
    }

    @Override
    public boolean isFinished() {
        Running started = running();
        return started != null && !started.process().isAlive();
    }

    /** A process, and the end of all that it prints. */
    private record Running(Process process, CompletableFuture<Void> printed) {
        Running(Process process, BuildProgressLogger log) {
            this(
                    process,
                    CompletableFuture.allOf(
                            passedOn(process.getInputStream(), log::message),
                            passedOn(process.getErrorStream(), log::warning)));
        }

        /** Passes lines on, on a thread of their own. */
        private static CompletableFuture<Void> passedOn(InputStream from, Consumer<String> to) {
            CompletableFuture<Void> end = new CompletableFuture<>();
            Thread thread = new Thread(
                    () -> {
                        try (BufferedReader lines =
                                new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
                            lines.lines().forEach(to);
                        } catch (IOException | UncheckedIOException killed) {
                            to.accept("The rest of the output is lost: " + killed.getMessage());
                        } finally {
                            end.complete(null);
                        }
                    },
                    "output of a script");
            thread.setDaemon(true);
            thread.start();
            return end;
        }
    }
}
