package org.ecsdelivery.engine.report;

import java.util.List;
import java.util.Optional;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.DeployEvent.MigrationAwaited;
import org.ecsdelivery.engine.event.DeployEvent.MigrationDone;
import org.ecsdelivery.engine.event.DeployEvent.MigrationDue;
import org.ecsdelivery.engine.event.DeployEvent.MigrationNeedless;
import org.ecsdelivery.engine.report.Passage.Level;
import org.ecsdelivery.engine.report.Passage.Line;

/** The sentences of what runs before the service is changed. */
final class MigrationSentences {
    private MigrationSentences() {}

    /** Returns the sentence; nothing for an event of another kind. */
    static Optional<List<Passage>> of(DeployEvent event) {
        return sentence(event).map(text -> List.of(new Line(Level.NORMAL, text)));
    }

    private static Optional<String> sentence(DeployEvent event) {
        if (event instanceof MigrationDue due) {
            return Optional.of("Before the service is changed, a task of " + RevisionState.shortId(due.taskDefinition())
                    + " runs in container " + due.container() + ": " + due.command());
        }
        if (event instanceof MigrationAwaited awaited) {
            return Optional.of("Task " + RevisionState.shortId(awaited.task().arn()) + " of "
                    + RevisionState.shortId(awaited.task().taskDefinition())
                    + " is an earlier migration of this service and has not ended: waiting for its end, since two must not"
                    + " run at once.");
        }
        if (event instanceof MigrationNeedless needless) {
            return Optional.of("The migration is not run: the service already has a deployment of "
                    + RevisionState.shortId(needless.taskDefinition()) + ", which begins after it only.");
        }
        if (event instanceof MigrationDone done) {
            return Optional.of("The migration ended with exit code 0 after " + Amount.of(done.took()) + ".");
        }
        return Optional.empty();
    }
}
