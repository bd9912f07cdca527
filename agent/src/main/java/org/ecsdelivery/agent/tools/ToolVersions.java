package org.ecsdelivery.agent.tools;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the tools of a machine for their versions, all at once and for a limited time. A tool that is not there, fails,
 * hangs, or prints something else counts as not there.
 */
final class ToolVersions {
    private static final Set<String> PASSED_ON =
            Set.of("PATH", "HOME", "USERPROFILE", "SYSTEMROOT", "TMPDIR", "TEMP", "DOCKER_CONFIG");
    private static final int LONGEST_OUTPUT = 4096;

    private final Map<String, String> environment;
    private final Duration limit;

    /**
     * Makes it.
     *
     * @param environment the agent's environment, of which the tools see only where programs and directories are
     * @param limit for all tools together
     */
    ToolVersions(Map<String, String> environment, Duration limit) {
        this.environment = environment;
        this.limit = limit;
    }

    Map<Tool, String> found() {
        SearchPath path = SearchPath.parse(searchPath());
        Map<Tool, Process> asked = new EnumMap<>(Tool.class);
        for (Tool tool : Tool.values()) {
            path.find(tool.command().get(0))
                    .flatMap(program -> start(program, tool))
                    .ifPresent(it -> asked.put(tool, it));
        }
        await(asked.values().stream().map(Process::onExit).toArray(CompletableFuture<?>[]::new));
        Map<Tool, String> versions = new EnumMap<>(Tool.class);
        asked.forEach((tool, process) -> answer(tool, process).ifPresent(version -> versions.put(tool, version)));
        return versions;
    }

    /** Windows calls it {@code Path}. */
    private String searchPath() {
        return environment.entrySet().stream()
                .filter(variable -> variable.getKey().equalsIgnoreCase("PATH"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private Optional<Process> start(Path program, Tool tool) {
        List<String> command = new ArrayList<>(tool.command());
        command.set(0, program.toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        environment.forEach((name, value) -> {
            if (PASSED_ON.contains(name.toUpperCase(Locale.ROOT))) {
                builder.environment().put(name, value);
            }
        });
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return Optional.of(process);
        } catch (IOException notAProgram) {
            // an executable file that cannot be run is a tool that is not there
            return Optional.empty();
        }
    }

    private void await(CompletableFuture<?>... ends) {
        try {
            CompletableFuture.allOf(ends).get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException notAll) {
            // those that have not ended are ended below
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads what a process left; one that prints more than a pipe holds cannot end, and so hangs nobody. */
    private static Optional<String> answer(Tool tool, Process process) {
        try (InputStream output = process.getInputStream()) {
            if (process.isAlive()) {
                end(process);
                return Optional.empty();
            }
            return process.exitValue() == 0
                    ? tool.version(new String(output.readNBytes(LONGEST_OUTPUT), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException lost) {
            return Optional.empty();
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
