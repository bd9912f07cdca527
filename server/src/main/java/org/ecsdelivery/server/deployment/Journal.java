package org.ecsdelivery.server.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jetbrains.buildServer.serverSide.ServerPaths;
import org.ecsdelivery.common.news.DeploymentNews;
import org.ecsdelivery.common.news.Seal;
import org.ecsdelivery.server.node.NodeGuard;

/**
 * What deploy steps last told of their deployments, and what the server did about them since: small files in TeamCity's data directory,
 * which all nodes of a server share and which outlive it. The step's report is replaced as a whole, the server's notes are only added to,
 * so that neither is ever half written.
 */
public final class Journal {
    /** How long a deployment is kept that needs nothing any more; the build's artifacts have its report for as long as TeamCity keeps them. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final int KEY_BYTES = 32;
    private static final String REPORT = ".report";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path directory;

    /** Keeps the journal where plugins keep their data; Spring makes it. */
    public Journal(ServerPaths paths) {
        this(paths.getPluginDataDirectory().toPath().resolve("ecs-delivery").resolve("deployments"));
    }

    Journal(Path directory) {
        this.directory = directory;
    }

    /** Returns the key by which the steps of a build seal what they tell. */
    public String keyOf(long build) {
        return Seal.of(masterKey(), "build", String.valueOf(build));
    }

    /** Keeps what a step told, in the place of what it told before. */
    public void keep(long build, DeploymentNews news) {
        Path file = ofBuild(build).resolve(name(news.step(), news.service()) + REPORT);
        try {
            NodeGuard.DISK.within(() -> replace(file, news.step() + "\n" + news.service() + "\n" + news.report()));
        } catch (IOException cause) {
            throw new UncheckedIOException("The journal of deployments cannot be written to " + directory, cause);
        }
    }

    private static Path replace(Path file, String text) throws IOException {
        Path build = Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Path whole = Files.createTempFile(build, "news", ".tmp");
        Files.writeString(whole, text);
        return Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Adds to what the server did about a deployment. */
    void note(JournalEntry entry, JournalNote note) {
        Path file = ofBuild(entry.build()).resolve(name(entry.step(), entry.service()) + ".notes");
        try {
            NodeGuard.DISK.within(() ->
                    Files.writeString(file, note.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException cause) {
            throw new UncheckedIOException("The journal of deployments cannot be written to " + directory, cause);
        }
    }

    /** Returns the deployments of a build, in the order they were last told of. */
    List<JournalEntry> of(long build) {
        return in(ofBuild(build), REPORT).stream()
                .map(file -> read(build, file))
                .flatMap(java.util.Optional::stream)
                .toList();
    }

    /** Returns the builds that something is known of. */
    List<Long> builds() {
        return in(directory, "").stream()
                .map(each -> each.getFileName().toString())
                .filter(name -> name.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .toList();
    }

    /** Forgets a build. */
    void forget(long build) {
        try {
            NodeGuard.DISK.within(() -> delete(ofBuild(build)));
        } catch (IOException inUse) {
            // what cannot be deleted now is deleted by a later sweep
        }
    }

    private static boolean delete(Path build) throws IOException {
        for (Path file : in(build, "")) {
            Files.deleteIfExists(file);
        }
        return Files.deleteIfExists(build);
    }

    /** Tells whether nothing has been written of a build for so long that it is forgotten. */
    boolean isOld(long build, Instant now) {
        return in(ofBuild(build), "").stream().allMatch(file -> changed(file).isBefore(now.minus(KEPT)));
    }

    private java.util.Optional<JournalEntry> read(long build, Path file) {
        try {
            String[] parts = Files.readString(file).split("\n", 3);
            Path notes = file.resolveSibling(file.getFileName().toString().replace(REPORT, ".notes"));
            List<JournalNote> noted = Files.exists(notes)
                    ? Files.readAllLines(notes).stream()
                            .map(JournalNote::parse)
                            .flatMap(java.util.Optional::stream)
                            .toList()
                    : List.of();
            return parts.length == 3
                    ? Report.parse(parts[2]).map(report -> new JournalEntry(build, parts[0], parts[1], report, noted))
                    : java.util.Optional.empty();
        } catch (IOException unreadable) {
            return java.util.Optional.empty();
        }
    }

    private Path ofBuild(long build) {
        return directory.resolve(String.valueOf(build));
    }

    /** Two names of 255 characters are too long for the name of a file. */
    private static String name(String step, String service) {
        return Seal.of("name", step, service).substring(0, 32);
    }

    private static List<Path> in(Path directory, String ending) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(each -> each.getFileName().toString().endsWith(ending))
                    .sorted(Comparator.comparing(Journal::changed))
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException("The journal of deployments cannot be read from " + directory, cause);
        }
    }

    private static Instant changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.EPOCH;
        }
    }

    /** Made once, by whichever node needs it first. */
    private String masterKey() {
        Path file = directory.resolve("news.key");
        try {
            if (!Files.exists(file)) {
                NodeGuard.DISK.within(() -> made(file));
            }
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException cause) {
            throw new UncheckedIOException("The key of the journal of deployments cannot be read from " + file, cause);
        }
    }

    private Path made(Path file) throws IOException {
        Files.createDirectories(directory);
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        Path whole = Files.createTempFile(directory, "news", ".tmp");
        Files.writeString(whole, HexFormat.of().formatHex(bytes), StandardCharsets.US_ASCII);
        try {
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException | UnsupportedOperationException madeElsewhere) {
            if (!Files.exists(file)) {
                Files.move(whole, file);
            }
        } finally {
            Files.deleteIfExists(whole);
        }
        return file;
    }
}
