package org.ecsdelivery.engine.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.BuildOptionParameters;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** Where the SSH keys of a build come from: its agent, another agent's socket, or a key that lies where secrets may lie. */
final class SshSources {
    private SshSources() {}

    /**
     * Finds keys and sockets.
     *
     * @param sources paths from the checkout directory by id, empty for the build's own agent
     * @return the real paths by id, in the same order
     * @throws EngineException when any of them is neither, telling of all of them at once
     */
    static Map<String, String> resolve(Map<String, String> sources, BuildPlace place) {
        Map<String, String> found = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        sources.forEach((id, path) -> {
            try {
                found.put(id, path.isEmpty() ? "" : source(path, place).toString());
            } catch (IOException refused) {
                problems.add("'" + id + "' (" + path + ") " + refused.getMessage());
            }
        });
        if (problems.isEmpty()) {
            return found;
        }
        throw refused(problems);
    }

    private static Path source(String path, BuildPlace place) throws IOException {
        return isSocket(path, place) ? place.checkout().resolve(path).toRealPath() : BuildSecrets.file(path, place);
    }

    private static boolean isSocket(String path, BuildPlace place) throws IOException {
        try {
            Path file = place.checkout().resolve(path);
            return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
        } catch (InvalidPathException invalid) {
            throw new IOException("is not a path: " + invalid.getReason(), invalid);
        }
    }

    private static EngineException refused(List<String> problems) {
        Parameter parameter = BuildOptionParameters.SSH;
        return new EngineException(
                FailureKind.INVALID_PATH,
                parameter.label() + " (" + parameter.name() + "): " + String.join("; ", problems),
                "",
                "Enter id=path with the path of a private key from the checkout directory or in the build's temporary directory, or of"
                        + " an SSH agent's socket, or the id alone for the SSH agent of the build.");
    }
}
