package org.ecsdelivery.engine.image;

import java.nio.file.Path;
import java.util.Set;

/**
 * Where a build's files are.
 *
 * @param checkout the directory that holds the sources; nothing outside of it goes into an image
 * @param workingDirectory the directory that the step's paths start from
 * @param temporary the build's own temporary directory
 * @param kept files that must not go along with a build context
 */
public record BuildPlace(Path checkout, Path workingDirectory, Path temporary, Set<Path> kept) {
    /** Copies the set. */
    public BuildPlace {
        kept = Set.copyOf(kept);
    }

    /** Makes a place whose files may all go into an image. */
    public BuildPlace(Path checkout, Path workingDirectory, Path temporary) {
        this(checkout, workingDirectory, temporary, Set.of());
    }

    /** Returns this place with files that must not go along with a build context. */
    public BuildPlace keeping(Set<Path> files) {
        return new BuildPlace(checkout, workingDirectory, temporary, files);
    }
}
