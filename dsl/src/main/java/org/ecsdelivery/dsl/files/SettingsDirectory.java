package org.ecsdelivery.dsl.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.SettingsTree;

/** A directory such as {@code .teamcity}, from which TeamCity takes its settings. */
public final class SettingsDirectory {
    private static final String PROJECT = "project-config.xml";

    private final Path directory;
    private final Manifest manifest;
    private final Optional<CompletableFuture<SettingsTree>> reading;

    private SettingsDirectory(Path directory, Optional<CompletableFuture<SettingsTree>> reading) {
        this.directory = directory;
        this.manifest = Manifest.of(directory);
        this.reading = reading;
    }

    /** Returns the directory of a path; it need not be there. */
    public static SettingsDirectory at(Path directory) {
        return new SettingsDirectory(directory.toAbsolutePath().normalize(), Optional.empty());
    }

    /** Returns this directory, for whoever only looks: it is read while the caller is busy with something else, and once for all questions. */
    public SettingsDirectory readAhead() {
        return new SettingsDirectory(directory, Optional.of(CompletableFuture.supplyAsync(this::read)));
    }

    /** Returns the settings directory that a directory is, or has in it: what a server exports begins some directories down. */
    public static SettingsDirectory below(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            return at(paths.filter(each -> each.endsWith(PROJECT) && Files.isRegularFile(each))
                    .min(Comparator.comparingInt(Path::getNameCount).thenComparing(Comparator.naturalOrder()))
                    .map(each -> each.resolve("../.."))
                    .orElse(directory));
        } catch (IOException cause) {
            throw new UncheckedIOException("The settings " + directory + " cannot be read.", cause);
        }
    }

    /** Returns where it is. */
    public Path path() {
        return directory;
    }

    /**
     * Reads all that is there.
     *
     * @throws UnreadableSettings when files are no XML, with all of them
     */
    public SettingsTree read() {
        return reading.map(SettingsDirectory::awaited).orElseGet(() -> SettingsFiles.read(files()));
    }

    private static SettingsTree awaited(CompletableFuture<SettingsTree> reading) {
        try {
            return reading.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    /** Returns what the files would be: these settings, with the uuids that the server gave to what is there already. */
    public SettingsTree merged(SettingsTree wanted) {
        return wanted.withUuidsOf(read());
    }

    /** Returns what {@link #write} would do, without doing it. */
    public Written compare(SettingsTree wanted) {
        SettingsTree there = read();
        return compare(wanted.withUuidsOf(there), there);
    }

    /** Returns what the directory would hold after {@link #write}, the files among it that nobody here generates. */
    public SettingsTree planned(SettingsTree wanted) {
        SettingsTree there = read();
        SettingsTree merged = wanted.withUuidsOf(there);
        List<Entity> kept = new ArrayList<>();
        SettingsTree planned = merged;
        for (String path : compare(merged, there).leftAlone()) {
            there.at(path).ifPresent(kept::add);
            byte[] other = there.others().get(path);
            planned = other == null ? planned : planned.withOther(path, other);
        }
        return planned.withAll(kept);
    }

    /** Tells whether the list of generated files beside the directory is that of these settings. */
    public boolean lists(SettingsTree wanted) {
        return manifest.read().equals(wanted.files().keySet());
    }

    /** Lists settings that are there already as generated, so that what they no longer need can be removed one day. */
    public void list(SettingsTree wanted) {
        manifest.write(wanted.files().keySet());
    }

    /**
     * Makes the directory say this: writes what differs, keeps uuids, removes what an earlier run generated and this one does not.
     *
     * @throws UnreadableSettings when files that are there are no XML: their uuids would be lost
     */
    public Written write(SettingsTree wanted) {
        SettingsTree there = read();
        SettingsTree merged = wanted.withUuidsOf(there);
        Written what = compare(merged, there);
        SortedMap<String, byte[]> files = merged.files();
        SortedSet<String> listed = manifest.read();
        listed.addAll(files.keySet());
        manifest.write(listed);
        files.entrySet().parallelStream()
                .forEach(each -> WholeFile.write(directory.resolve(each.getKey()), each.getValue()));
        what.removed().forEach(this::remove);
        manifest.write(files.keySet());
        return what;
    }

    private Written compare(SettingsTree wanted, SettingsTree there) {
        SortedMap<String, byte[]> old = there.files();
        SortedMap<String, byte[]> files = wanted.files();
        List<String> created = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        files.forEach((path, bytes) -> {
            if (!old.containsKey(path)) {
                created.add(path);
            } else if (!Arrays.equals(old.get(path), bytes)) {
                changed.add(path);
            }
        });
        SortedSet<String> rest = new TreeSet<>(old.keySet());
        rest.removeAll(files.keySet());
        SortedSet<String> removed = new TreeSet<>(rest);
        SortedSet<String> ours = manifest.read();
        removed.removeIf(path -> !ours.contains(path) && !isMoved(path, wanted, there));
        rest.removeAll(removed);
        return new Written(created, changed, List.copyOf(removed), List.copyOf(rest));
    }

    /** What is written in another project now would be there twice, with the same id and uuid. */
    private static boolean isMoved(String path, SettingsTree wanted, SettingsTree there) {
        return there.at(path).flatMap(wanted::same).isPresent();
    }

    private void remove(String path) {
        try {
            Path file = directory.resolve(path);
            Files.deleteIfExists(file);
            for (Path parent = file.getParent();
                    parent != null && !parent.equals(directory) && isEmpty(parent);
                    parent = parent.getParent()) {
                Files.delete(parent);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("The file " + directory.resolve(path) + " cannot be removed.", cause);
        }
    }

    private static boolean isEmpty(Path parent) throws IOException {
        try (Stream<Path> members = Files.list(parent)) {
            return members.findAny().isEmpty();
        }
    }

    private SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (!Files.isDirectory(directory)) {
            return files;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
            return files;
        } catch (IOException cause) {
            throw new UncheckedIOException("The settings directory " + directory + " cannot be read.", cause);
        }
    }
}
