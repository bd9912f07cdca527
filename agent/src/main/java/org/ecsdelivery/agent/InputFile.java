package org.ecsdelivery.agent;

import java.nio.file.Path;
import java.util.List;
import org.ecsdelivery.common.settings.TaskParameters;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.task.TaskInput;

/** The file of inputs for several tasks: one per line. */
final class InputFile {
    private static final int MOST = 1000;
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final CheckoutFile file;

    InputFile(Path checkout, Path workingDirectory) {
        this.file = new CheckoutFile(checkout, workingDirectory, TaskParameters.INPUTS);
    }

    /**
     * Reads the inputs; empty lines are passed over.
     *
     * @throws EngineException when there is no such file in the checkout, or it has too many lines
     */
    List<TaskInput> read(String path) {
        List<String> lines = file.read(path, MOST_BYTES)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.size() > MOST) {
            throw file.refused(path, "has " + lines.size() + " inputs, more than " + MOST, null);
        }
        return TaskInput.of(lines);
    }
}
