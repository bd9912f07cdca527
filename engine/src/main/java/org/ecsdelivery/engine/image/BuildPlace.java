package org.ecsdelivery.engine.image;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Where a build's files are.
 *
 * @param checkout the directory that holds the sources; nothing outside of it goes into an image
 * @param workingDirectory the directory that the step's paths start from
 * @param temporary the build's own temporary directory
 * @param kept files that must not go along with a build context
 * @param dockerfile a Dockerfile that the step wrote itself, outside of the sources
 */
public record BuildPlace(
        Path checkout, Path workingDirectory, Path temporary, Set<Path> kept, Optional<Path> dockerfile) {
    /** Copies the set. */
    public BuildPlace {
        kept = Set.copyOf(kept);
    }

    /** Makes a place whose files may all go into an image. */
    public BuildPlace(Path checkout, Path workingDirectory, Path temporary) {
        this(checkout, workingDirectory, temporary, Set.of(), Optional.empty());
    }

    /** Returns this place with files that must not go along with a build context. */
    public BuildPlace keeping(Set<Path> files) {
        return new BuildPlace(checkout, workingDirectory, temporary, files, dockerfile);
    }

    /** Returns this place with a Dockerfile that the step wrote itself. */
    BuildPlace withDockerfile(Path written) {
        return new BuildPlace(checkout, workingDirectory, temporary, kept, Optional.of(written));
    }
}
