package org.ecsdelivery.agent.envfile;

import java.nio.file.Path;
import java.util.List;
import org.ecsdelivery.common.settings.EnvFileSettings;
import org.ecsdelivery.engine.envfile.EnvVariable;

/**
 * An env file that a running build has.
 *
 * @param settings what the feature says of it
 * @param file where it lies, links on the way to it resolved
 * @param variables what is in it, in its order
 */
public record EnvFile(EnvFileSettings settings, Path file, List<EnvVariable> variables) {
    /** Copies the list. */
    public EnvFile {
        variables = List.copyOf(variables);
    }
}
