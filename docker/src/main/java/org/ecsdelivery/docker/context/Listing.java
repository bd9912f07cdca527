package org.ecsdelivery.docker.context;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is in one directory, in the order of names; only the names are held, for there may be hundreds of thousands. */
final class Listing {
    private final Path directory;
    private final String prefix;
    private final List<String> names = new ArrayList<>();
    /** Paths that cannot be made from their names again. */
    private final Map<String, Path> odd = new HashMap<>();

    private int at;

    /**
     * One thing in the directory.
     *
     * @param path where it is
     * @param name its name in the context
     */
    record Child(Path path, String name) {}

    private Listing(Path directory, String prefix) {
        this.directory = directory;
        this.prefix = prefix;
    }

    /**
     * Lists a directory.
     *
     * @param prefix its name in the context, with a slash at the end
     */
    static Listing of(Path directory, String prefix) throws IOException {
        Listing listing = new Listing(directory, prefix);
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
            for (Path child : children) {
                listing.add(child);
            }
        }
        Collections.sort(listing.names);
        return listing;
    }

    private void add(Path child) {
        String name = FileName.of(child);
        names.add(name);
        if (!name.equals(String.valueOf(child.getFileName()))) {
            odd.put(name, child);
        }
    }

    boolean hasNext() {
        return at < names.size();
    }

    Child next() {
        String name = names.get(at++);
        Path path = odd.isEmpty() ? directory.resolve(name) : pathOf(name);
        return new Child(path, prefix + name);
    }

    private Path pathOf(String name) {
        return Objects.requireNonNullElseGet(odd.get(name), () -> directory.resolve(name));
    }
}
