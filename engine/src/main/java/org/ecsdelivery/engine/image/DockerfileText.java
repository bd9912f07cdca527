package org.ecsdelivery.engine.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.BuildOptionParameters;
import org.ecsdelivery.common.settings.BuildOptions;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** A Dockerfile that is entered as text, as a file for the time of one step: only the agent's user may read it. */
public final class DockerfileText implements AutoCloseable {
    private final Optional<OwnDirectory> directory;

    private DockerfileText(Optional<OwnDirectory> directory) {
        this.directory = directory;
    }

    /**
     * Writes the text, where there is one.
     *
     * @throws EngineException when it cannot be written
     */
    public static DockerfileText of(BuildOptions options, BuildPlace place) {
        return new DockerfileText(options.dockerfileText().map(text -> written(text, place.temporary())));
    }

    private static OwnDirectory written(String text, Path temporary) {
        try {
            OwnDirectory directory = OwnDirectory.in(Files.createDirectories(temporary));
            Files.writeString(directory.path().resolve("Dockerfile"), text);
            return directory;
        } catch (IOException cause) {
            Parameter parameter = BuildOptionParameters.DOCKERFILE_TEXT;
            throw new EngineException(
                    FailureKind.BUILD_FAILED,
                    parameter.label() + " (" + parameter.name()
                            + ") could not be written to the build's temporary directory " + temporary,
                    cause.getClass().getSimpleName() + ": " + cause.getMessage(),
                    "Let the agent's user write there.",
                    cause);
        }
    }

    /** Returns a place where the build finds this Dockerfile, and no build context takes it along. */
    public BuildPlace in(BuildPlace place) {
        if (directory.isEmpty()) {
            return place;
        }
        Path file = directory.get().path().resolve("Dockerfile");
        Set<Path> kept = new HashSet<>(place.kept());
        kept.add(file);
        return place.keeping(kept).withDockerfile(file);
    }

    @Override
    public void close() {
        directory.ifPresent(OwnDirectory::close);
    }
}
