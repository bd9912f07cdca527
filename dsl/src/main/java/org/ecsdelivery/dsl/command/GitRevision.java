package org.ecsdelivery.dsl.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ecsdelivery.dsl.files.SettingsArchive;
import org.ecsdelivery.dsl.files.SettingsFiles;
import org.ecsdelivery.dsl.model.SettingsTree;

/** A settings directory as git has it at a revision. */
final class GitRevision {
    private static final int MINUTES = 2;

    private final Path directory;
    private final String revision;

    GitRevision(Path directory, String revision) {
        if (revision.startsWith("-")) {
            throw new Misuse("'" + revision + "' is no revision. Name a branch, tag or commit behind --revision.");
        }
        this.directory = directory.toAbsolutePath().normalize();
        this.revision = revision;
    }

    SettingsTree tree() {
        try {
            Path work = Files.createTempDirectory("settings");
            try {
                return SettingsFiles.read(SettingsArchive.at(archive(work)).files());
            } finally {
                Files.deleteIfExists(work.resolve("settings.zip"));
                Files.deleteIfExists(work.resolve("errors"));
                Files.delete(work);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "git cannot be asked for " + revision + " (" + cause.getMessage()
                            + "). Install git, or name another" + " side by --folder or --zip.",
                    cause);
        }
    }

    /** What git packs of a directory has none of the repository's attributes on it, so that nothing is left out. */
    private Path archive(Path work) throws IOException {
        Path zip = work.resolve("settings.zip");
        Path errors = work.resolve("errors");
        Path above = directory.resolveSibling("");
        String wanted = revision + ":./" + directory.getFileName();
        Process git = new ProcessBuilder(List.of(
                        "git", "-C", above.toString(), "-c", "core.autocrlf=false", "archive", "--format=zip", wanted))
                .redirectOutput(zip.toFile())
                .redirectError(errors.toFile())
                .start();
        if (!ended(git)) {
            throw new Misuse("git did not give " + wanted + " within " + MINUTES + " minutes. Run 'git archive "
                    + wanted + "' to see what it waits for.");
        }
        if (git.exitValue() != 0) {
            throw new Misuse("git does not give " + wanted + ": "
                    + Files.readString(errors).strip() + ". Name a revision that git knows here, in which there is "
                    + directory.getFileName() + ".");
        }
        return zip;
    }

    private static boolean ended(Process git) {
        try {
            return git.waitFor(MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            git.destroyForcibly();
        }
    }
}
