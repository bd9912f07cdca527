package org.ecsdelivery.engine.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.ImageSettings;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * The two paths of an image build, with every symbolic link followed, so that none leads out of the checkout.
 *
 * @param context the directory that goes to Docker
 * @param dockerfile the Dockerfile
 */
public record BuildPaths(Path context, Path dockerfile) {

    /**
     * Finds both.
     *
     * @throws EngineException when one of them is not there, or outside of the checkout
     */
    public static BuildPaths resolve(ImageSettings settings, BuildPlace place) {
        Path start = place.workingDirectory();
        Option contextOption = new Option(ImageParameters.CONTEXT, settings.context(), place.checkout());
        Path context = contextOption.inside(contextOption.from(start));
        contextOption.require(Files.isDirectory(context), context, "which is not a directory");
        if (place.dockerfile().isPresent()) {
            return new BuildPaths(context, place.dockerfile().get());
        }
        Option fileOption =
                new Option(ImageParameters.DOCKERFILE, settings.dockerfile().orElse(""), place.checkout());
        Path dockerfile = fileOption.inside(
                settings.dockerfile().isPresent() ? fileOption.from(start) : context.resolve("Dockerfile"));
        fileOption.require(Files.isRegularFile(dockerfile), dockerfile, "which is not a file");
        return new BuildPaths(context, dockerfile);
    }

    /** A path as the user gave it. */
    private record Option(Parameter parameter, String value, Path checkout) {

        Path from(Path start) {
            try {
                return start.resolve(value);
            } catch (InvalidPathException invalid) {
                throw refused("is not a path", invalid.getReason(), invalid);
            }
        }

        Path inside(Path path) {
            Path real = real(path);
            require(real.startsWith(real(checkout)), real, "outside of the checkout directory " + checkout);
            return real;
        }

        void require(boolean condition, Path real, String otherwise) {
            if (!condition) {
                throw refused("leads to " + real + ", " + otherwise, "", null);
            }
        }

        private Path real(Path path) {
            try {
                return path.toRealPath();
            } catch (NoSuchFileException missing) {
                throw refused(
                        "leads to " + path.normalize() + ", which does not exist in the checkout directory " + checkout,
                        "",
                        missing);
            } catch (IOException unreadable) {
                throw refused(
                        "leads to " + path.normalize() + ", which cannot be read", reason(unreadable), unreadable);
            }
        }

        private static String reason(IOException failure) {
            String message = failure.getMessage();
            return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        }

        private EngineException refused(String what, String reported, @Nullable Exception cause) {
            String given = value.isEmpty() ? "(empty: the file Dockerfile in the build context)" : "'" + value + "'";
            return new EngineException(
                    FailureKind.INVALID_PATH,
                    parameter.label() + " (" + parameter.name() + ") " + given + " " + what,
                    reported,
                    "Correct " + parameter.label() + ", which starts from the step's working directory and must stay"
                            + " inside the checkout.",
                    cause);
        }
    }
}
