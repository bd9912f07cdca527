package org.ecsdelivery.engine.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** The files that a Dockerfile may read while it is built, every symbolic link followed and checked. */
public final class BuildSecrets {
    /** BuildKit takes no larger one (its package {@code session/secrets/secretsprovider}). */
    private static final long MOST_BYTES = 500L * 1024;

    private BuildSecrets() {}

    /**
     * Finds the files.
     *
     * @param secrets paths from the checkout directory, by id
     * @return the real paths by id, in the same order
     * @throws EngineException when any of them is not a file of the checkout or of the build's temporary directory, telling of
     *     all of them at once
     */
    public static Map<String, Path> resolve(Map<String, String> secrets, BuildPlace place) {
        Map<String, Path> files = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        secrets.forEach((id, path) -> {
            try {
                files.put(id, file(path, place));
            } catch (IOException refused) {
                problems.add("'" + id + "' (" + path + ") " + refused.getMessage());
            }
        });
        if (problems.isEmpty()) {
            return Collections.unmodifiableMap(files);
        }
        throw refused(problems);
    }

    static Path file(String path, BuildPlace place) throws IOException {
        Path real = real(path, place.checkout());
        require(
                real.startsWith(place.checkout().toRealPath()) || isTemporary(real, place),
                "leads to " + real + ", outside of the checkout directory " + place.checkout()
                        + " and the build's temporary directory " + place.temporary());
        require(!Files.isDirectory(real), "leads to " + real + ", which is a directory");
        require(Files.isRegularFile(real), "leads to " + real + ", which is no regular file");
        require(Files.isReadable(real), "leads to " + real + ", which the agent's user may not read");
        require(Files.size(real) <= MOST_BYTES, "has more than the 500 KiB that BuildKit takes");
        return real;
    }

    private static Path real(String path, Path checkout) throws IOException {
        try {
            return checkout.resolve(path).toRealPath();
        } catch (InvalidPathException invalid) {
            throw new IOException("is not a path: " + invalid.getReason(), invalid);
        } catch (NoSuchFileException missing) {
            throw new IOException("does not exist in the checkout directory " + checkout, missing);
        } catch (IOException unreadable) {
            throw new IOException("cannot be read: " + unreadable, unreadable);
        }
    }

    private static boolean isTemporary(Path real, BuildPlace place) throws IOException {
        return Files.isDirectory(place.temporary())
                && real.startsWith(place.temporary().toRealPath());
    }

    private static void require(boolean condition, String otherwise) throws IOException {
        if (!condition) {
            throw new IOException(otherwise);
        }
    }

    private static EngineException refused(List<String> problems) {
        return new EngineException(
                FailureKind.INVALID_PATH,
                ImageParameters.SECRETS.label() + " (" + ImageParameters.SECRETS.name() + "): "
                        + String.join("; ", problems),
                "",
                "Enter id=path with the path of a file from the checkout directory, or of one in the build's temporary directory"
                        + " that an earlier step or an env file feature has written.");
    }
}
