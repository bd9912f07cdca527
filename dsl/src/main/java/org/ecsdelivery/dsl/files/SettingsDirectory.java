package org.ecsdelivery.dsl.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ecsdelivery.dsl.model.SettingsTree;

/** A directory such as {@code .teamcity}, from which TeamCity takes its settings. */
public final class SettingsDirectory {
    private static final String PROJECT = "project-config.xml";

    private final Path directory;
    private final Manifest manifest;
    private final Supplier<SortedMap<String, byte[]>> files;

    private SettingsDirectory(Path directory, Supplier<SortedMap<String, byte[]>> files) {
        this.directory = directory;
        this.manifest = Manifest.of(directory);
        this.files = files;
    }

    /** Returns the directory of a path; it need not be there. */
    public static SettingsDirectory at(Path directory) {
        Path place = directory.toAbsolutePath().normalize();
        return new SettingsDirectory(place, () -> files(place));
    }

    /** Returns this directory as it is now: it is read while the caller is busy with something else, and once for all questions. */
    public SettingsDirectory readAhead() {
        return new SettingsDirectory(directory, Ahead.of(files)::get);
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
        return SettingsFiles.read(files.get());
    }

    /** Returns what {@link #write} would do, without doing it. */
    public Written compare(SettingsTree wanted) {
        return comparison(wanted).todo();
    }

    /**
     * Compares what is there with these settings.
     *
     * @throws UnreadableSettings when files that are there are no XML: their uuids would be lost
     */
    public Comparison comparison(SettingsTree wanted) {
        return Comparison.of(wanted, files.get(), manifest.read());
    }

    /** Tells whether the list of generated files beside the directory is that of these settings. */
    public boolean lists(SettingsTree wanted) {
        return manifest.read().equals(wanted.paths());
    }

    /** Lists settings that are there already as generated, so that what they no longer need can be removed one day. */
    public void list(SettingsTree wanted) {
        manifest.write(wanted.paths());
    }

    /**
     * Makes the directory say this: writes what differs, keeps uuids, removes what an earlier run generated and this one does not.
     *
     * @throws UnreadableSettings when files that are there are no XML: their uuids would be lost
     */
    public Written write(SettingsTree wanted) {
        return write(comparison(wanted));
    }

    /** Does what a comparison of this directory says. */
    public Written write(Comparison comparison) {
        SettingsTree merged = comparison.merged();
        Written todo = comparison.todo();
        SortedSet<String> listed = manifest.read();
        listed.addAll(merged.paths());
        manifest.write(listed);
        Stream.concat(todo.created().stream(), todo.changed().stream()).toList().parallelStream()
                .forEach(path -> WholeFile.write(directory.resolve(path), merged.bytes(path)));
        todo.removed().forEach(this::remove);
        manifest.write(merged.paths());
        return todo;
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

    private static SortedMap<String, byte[]> files(Path directory) {
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
