package org.ecsdelivery.docker.context;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a file is called in a context: with slashes, starting at the context's root. */
final class NameInContext {
    private NameInContext() {}

    /**
     * Finds the name; empty for what lies outside of the context.
     *
     * @param directory the context, a real path
     * @param file the file, written already or not
     * @throws IOException when a directory on the way cannot be read
     */
    static Optional<String> of(Path directory, Path file) throws IOException {
        Path real = real(file.toAbsolutePath().normalize());
        if (!real.startsWith(directory) || real.equals(directory)) {
            return Optional.empty();
        }
        return Optional.of(StreamSupport.stream(directory.relativize(real).spliterator(), false)
                .map(FileName::of)
                .collect(Collectors.joining("/")));
    }

    /** Follows the links on the way to a file, as far as that way is there. */
    private static Path real(Path file) throws IOException {
        @Nullable Path above = file.getParent();
        @Nullable Path name = file.getFileName();
        if (above == null || name == null) {
            return file;
        }
        return Files.exists(above, LinkOption.NOFOLLOW_LINKS)
                ? above.toRealPath().resolve(name)
                : real(above).resolve(name);
    }
}
