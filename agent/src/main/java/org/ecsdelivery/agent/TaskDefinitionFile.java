package org.ecsdelivery.agent;

import java.util.Optional;
import jetbrains.buildServer.agent.BuildRunnerContext;
import org.ecsdelivery.common.settings.DefinitionFile;
import org.ecsdelivery.common.settings.RevisionParameters;
import org.ecsdelivery.common.settings.ServiceSet;
import org.ecsdelivery.engine.failure.EngineException;

/** Reads the task definition file that the settings of a deploy step name. */
final class TaskDefinitionFile {
    /** ECS takes 64 KiB (ECS service quotas, task definition size); blanks do not count there. */
    private static final int MOST_BYTES = 256 * 1024;

    private final CheckoutFile file;

    TaskDefinitionFile(BuildRunnerContext context) {
        this.file = new CheckoutFile(
                context.getBuild().getCheckoutDirectory().toPath(),
                context.getWorkingDirectory().toPath(),
                RevisionParameters.DEFINITION_FILE);
    }

    /**
     * Returns the settings with the file in them; all services have the same.
     *
     * @throws EngineException when it cannot be read
     */
    ServiceSet in(ServiceSet set) {
        Optional<DefinitionFile> read =
                set.first().changes().file().map(each -> each.holding(file.read(each.path(), MOST_BYTES)));
        return read.map(known -> set.with(changes -> changes.from(known))).orElse(set);
    }
}
