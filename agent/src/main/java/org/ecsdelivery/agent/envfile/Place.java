package org.ecsdelivery.agent.envfile;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Where an env file is written, links on the way to it resolved.
 *
 * @param file the file; it may not be there yet
 * @param missing the directories above it that are not there yet, the uppermost first
 */
public record Place(Path file, List<Path> missing) {
    /** Copies the list. */
    public Place {
        missing = List.copyOf(missing);
    }

    /** Returns the directory of the file. */
    Path directory() {
        return Objects.requireNonNull(file.getParent(), "an absolute path of a file has a parent");
    }
}
