package org.ecsdelivery.server.deployment;

import java.time.InstantSource;
import java.util.Optional;
import org.ecsdelivery.server.deployment.JournalNote.Kind;

/**
 * ECS's record of a deployment in the journal. Once it was found it is known by its ARN, which the journal keeps: a later deployment of
 * the same revision is another, and no clock tells them apart.
 */
final class KnownRecords {
    private final Journal journal;
    private final InstantSource clock;

    KnownRecords(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
    }

    Optional<EcsRecord> of(EcsRecords ecs, JournalEntry deployment) {
        Optional<String> known = deployment.last(Kind.RECORD);
        return known.isPresent() ? ecs.look(known.get()) : found(ecs, deployment);
    }

    private Optional<EcsRecord> found(EcsRecords ecs, JournalEntry deployment) {
        Report report = deployment.report();
        String revision = report.text("taskDefinition");
        if (revision.isEmpty()) {
            return Optional.empty();
        }
        Optional<EcsRecord> found = ecs.find(report.text("cluster"), deployment.service(), revision)
                // one that was over before the step could begin its own is of somebody else
                .filter(record -> !report.text("deployment").isEmpty() || !record.isOver());
        found.ifPresent(
                record -> journal.note(deployment, new JournalNote(clock.instant(), Kind.RECORD, record.arn())));
        return found;
    }
}
