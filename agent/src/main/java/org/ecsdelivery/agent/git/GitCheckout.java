package org.ecsdelivery.agent.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.time.Cancellation;

/**
 * A checkout, asked through the {@code git} command. The command sees nothing of the build's environment but where programs and the
 * home directory are, asks nobody for a password, runs no program that a configuration names, and ends with the build.
 */
public final class GitCheckout {
    private final Path checkout;
    private final GitCommand git;

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
        this.checkout = checkout;
        this.git = new GitCommand(program, checkout, scratch, environment, cancellation);
    }

    /**
     * Writes what differs from where this branch left another, uncommitted changes included, in the unified format.
     *
     * @param base a branch, tag or revision
     * @return the file, in the scratch directory
     * @throws EngineException when git is not there, does not know the revision, or takes longer than two minutes
     */
    public Path differencesSince(String base) {
        try {
            Path found = git.run(List.of("merge-base", "--", base, "HEAD"));
            return git.run(List.of(
                    "diff",
                    "--no-color",
                    "--no-ext-diff",
                    "--no-textconv",
                    "--unified=0",
                    "--src-prefix=a/",
                    "--dst-prefix=b/",
                    "--relative",
                    git.text(found).strip(),
                    "--"));
        } catch (GitFailed failed) {
            throw changesUnknown(failed);
        }
    }

    /**
     * Tells which files git tracks, those of submodules included.
     *
     * @param patterns what git calls pathspecs; any of them will do
     */
    public TrackedFiles trackedFiles(List<String> patterns) {
        try {
            return tracked(List.of("ls-files", "-z", "--recurse-submodules"), patterns);
        } catch (GitFailed perhapsBecauseOfASubmodule) {
            return trackedHere(patterns);
        }
    }

    private TrackedFiles trackedHere(List<String> patterns) {
        try {
            return tracked(List.of("ls-files", "-z"), patterns);
        } catch (GitFailed failed) {
            return TrackedFiles.unknown(failed.cause());
        }
    }

    private TrackedFiles tracked(List<String> command, List<String> patterns) throws GitFailed {
        List<String> arguments = new ArrayList<>(command);
        arguments.add("--");
        arguments.addAll(patterns);
        Path found = git.run(arguments);
        try {
            return TrackedFiles.of(
                    Stream.of(Files.readString(found, StandardCharsets.UTF_8).split("\0"))
                            .filter(name -> !name.isEmpty())
                            .toList());
        } catch (IOException cause) {
            throw new GitFailed(command, "what it wrote cannot be read: " + cause);
        }
    }

    private EngineException changesUnknown(GitFailed failed) {
        return new EngineException(
                FailureKind.CHANGES_UNKNOWN,
                "Git does not tell what was changed in " + checkout + " (" + failed.command() + ")",
                failed.cause(),
                "Check Compare with (coverage.patchBase): TeamCity fetches only the branches of the VCS root's branch"
                        + " specification, and a shallow checkout (teamcity.git.shallowClone) has no common history. Or write"
                        + " a diff in a step before and choose Changed lines DIFF.",
                failed);
    }
}
