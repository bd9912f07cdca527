package org.ecsdelivery.agent;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.ecsdelivery.common.settings.TaskParameters;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.task.TaskInput;
import org.jspecify.annotations.Nullable;

/** The file of inputs for several tasks: one per line, inside the checkout, every symbolic link followed. */
final class InputFile {
    private static final int MOST = 1000;

    private final Path checkout;
    private final Path workingDirectory;

    InputFile(Path checkout, Path workingDirectory) {
        this.checkout = checkout;
        this.workingDirectory = workingDirectory;
    }

    /**
     * Reads the inputs; empty lines are passed over.
     *
     * @throws EngineException when there is no such file in the checkout, or it has too many lines
     */
    List<TaskInput> read(String path) {
        try {
            List<String> lines = Files.readAllLines(inside(path), StandardCharsets.UTF_8).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (lines.size() > MOST) {
                throw refused(path, "has " + lines.size() + " inputs, more than " + MOST, null);
            }
            return TaskInput.of(lines);
        } catch (CharacterCodingException cause) {
            throw refused(path, "is not text in UTF-8", cause);
        } catch (IOException | InvalidPathException cause) {
            throw refused(path, "cannot be read: " + cause, cause);
        }
    }

    private Path inside(String path) throws IOException {
        Path file = workingDirectory.resolve(path).toRealPath();
        if (!file.startsWith(checkout.toRealPath())) {
            throw refused(path, "leads to " + file + ", outside of the checkout directory " + checkout, null);
        }
        return file;
    }

    private static EngineException refused(String path, String what, @Nullable Exception cause) {
        return new EngineException(
                FailureKind.INVALID_PARAMETERS,
                TaskParameters.INPUTS.label() + " (" + TaskParameters.INPUTS.name() + "): '" + path + "' " + what,
                "",
                TaskParameters.INPUTS.help(),
                cause);
    }
}
