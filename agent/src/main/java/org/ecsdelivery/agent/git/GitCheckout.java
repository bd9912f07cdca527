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
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.time.Cancellation;

/**
 * A checkout, asked through the {@code git} command. The command sees nothing of the build's environment but where programs and the
 * home directory are, asks nobody for a password, runs no program that a configuration names, and ends with the build.
 */
public final class GitCheckout {
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

    /**
     * Makes it.
     *
     * @param scratch an existing directory for what the command writes
     * @param environment the environment of the build
     */
    public GitCheckout(Path checkout, Path scratch, Map<String, String> environment, Cancellation cancellation) {
        this("git", checkout, scratch, environment, cancellation);
    }

    GitCheckout(
            String program, Path checkout, Path scratch, Map<String, String> environment, Cancellation cancellation) {
        this.program = program;
        this.checkout = checkout;
        this.scratch = scratch;
        this.environment = environment;
        this.cancellation = cancellation;
    }

    /**
     * Writes what differs from where this branch left another, uncommitted changes included, in the unified format.
     *
     * @param base a branch, tag or revision
     * @return the file, in the scratch directory
     * @throws EngineException when git is not there, does not know the revision, or takes longer than two minutes
     */
    public Path differencesSince(String base) {
        Path found = run("merge-base", List.of("merge-base", "--", base, "HEAD"));
        String commit = text(found).strip();
        return run(
                "diff",
                List.of(
                        "diff",
                        "--no-color",
                        "--no-ext-diff",
                        "--no-textconv",
                        "--unified=0",
                        "--src-prefix=a/",
                        "--dst-prefix=b/",
                        "--relative",
                        commit,
                        "--"));
    }

    private Path run(String name, List<String> arguments) {
        Path out = scratch.resolve("git-" + name + ".out");
        Path errors = scratch.resolve("git-" + name + ".err");
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
            int code = ended(builder.start(), name);
            if (code != 0) {
                throw refused(
                        arguments, "exit code " + code + ": " + text(errors).strip());
            }
            return out;
        } catch (IOException cause) {
            throw refused(arguments, cause.getMessage() + ". Is git installed on the agent?");
        }
    }

    private int ended(Process process, String name) {
        try {
            for (long waited = 0; waited < LIMIT.toMillis(); waited += 100) {
                cancellation.throwIfCancelled();
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    return process.exitValue();
                }
            }
            throw refused(List.of(name), "no end after " + LIMIT.toMinutes() + " minutes");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            cancellation.throwIfCancelled();
            throw refused(List.of(name), "it was interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    private String text(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return text.substring(0, Math.min(LONGEST_CAUSE, text.length()));
        } catch (IOException cause) {
            throw refused(List.of(), "what it wrote cannot be read: " + cause);
        }
    }

    private EngineException refused(List<String> arguments, String cause) {
        return new EngineException(
                FailureKind.CHANGES_UNKNOWN,
                "Git does not tell what was changed in " + checkout + " (git " + String.join(" ", arguments) + ")",
                cause,
                "Check Compare with (coverage.patchBase): TeamCity fetches only the branches of the VCS root's branch"
                        + " specification, and a shallow checkout (teamcity.git.shallowClone) has no common history. Or write"
                        + " a diff in a step before and choose Changed lines DIFF.");
    }
}
