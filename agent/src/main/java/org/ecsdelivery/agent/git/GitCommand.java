package org.ecsdelivery.agent.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.ecsdelivery.engine.time.Cancellation;

/**
 * The {@code git} command in a checkout. It sees nothing of the build's environment but where programs and the home directory are,
 * asks nobody for a password, runs no program that a configuration names, and ends with the build.
 */
final class GitCommand {
    private static final Set<String> PASSED_ON = Set.of("PATH", "HOME", "USERPROFILE", "SystemRoot", "TMPDIR", "TEMP");
    private static final List<String> OPTIONS =
            List.of("--no-pager", "-c", "safe.directory=*", "-c", "core.fsmonitor=false");
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int LONGEST_CAUSE = 2000;

    private final String program;
    private final Path checkout;
    private final Path scratch;
    private final Map<String, String> environment;
    private final Cancellation cancellation;

    GitCommand(
            String program, Path checkout, Path scratch, Map<String, String> environment, Cancellation cancellation) {
        this.program = program;
        this.checkout = checkout;
        this.scratch = scratch;
        this.environment = environment;
        this.cancellation = cancellation;
    }

    /** Runs the first argument's command and returns the file with what it wrote. */
    Path run(List<String> arguments) throws GitFailed {
        Path out = scratch.resolve("git-" + arguments.get(0) + ".out");
        Path errors = scratch.resolve("git-" + arguments.get(0) + ".err");
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(OPTIONS);
        command.addAll(arguments);
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(checkout.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(errors.toFile());
            builder.environment().clear();
            environment.forEach((key, value) -> {
                if (PASSED_ON.contains(key)) {
                    builder.environment().put(key, value);
                }
            });
            builder.environment().putAll(Map.of("LC_ALL", "C", "GIT_TERMINAL_PROMPT", "0", "GIT_OPTIONAL_LOCKS", "0"));
            int code = ended(builder.start(), arguments);
            if (code != 0) {
                throw new GitFailed(
                        arguments, "exit code " + code + ": " + text(errors).strip());
            }
            return out;
        } catch (IOException cause) {
            throw new GitFailed(arguments, cause.getMessage() + ". Is git installed on the agent?");
        }
    }

    /** Reads the beginning of what it wrote. */
    String text(Path file) throws GitFailed {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return text.substring(0, Math.min(LONGEST_CAUSE, text.length()));
        } catch (IOException cause) {
            throw new GitFailed(List.of(), "what it wrote cannot be read: " + cause);
        }
    }

    private int ended(Process process, List<String> arguments) throws GitFailed {
        try {
            for (long waited = 0; waited < LIMIT.toMillis(); waited += 100) {
                cancellation.throwIfCancelled();
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    return process.exitValue();
                }
            }
            throw new GitFailed(arguments.subList(0, 1), "no end after " + LIMIT.toMinutes() + " minutes");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            cancellation.throwIfCancelled();
            throw new GitFailed(arguments.subList(0, 1), "it was interrupted");
        } finally {
            process.destroyForcibly();
        }
    }
}
