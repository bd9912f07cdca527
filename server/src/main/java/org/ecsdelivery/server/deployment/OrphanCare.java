package org.ecsdelivery.server.deployment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jetbrains.buildServer.serverSide.SBuild;
import org.ecsdelivery.common.settings.OnStop;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.ecsdelivery.server.deployment.JournalNote.Kind;

/**
 * Does for a deployment whose step has gone what the step's stop policy promised, one look at a time: all that it must remember from one
 * look to the next stands in the journal, so that it may begin again after a restart wherever it was.
 */
final class OrphanCare {
    /** Longer than ECS works on a deployment that anybody still waits for. */
    static final Duration PATIENCE = Duration.ofHours(3);

    private final Journal journal;
    private final KnownRecords records;
    private final EcsRecords.Door door;
    private final InstantSource clock;

    OrphanCare(Journal journal, EcsRecords.Door door, InstantSource clock) {
        this.journal = journal;
        this.records = new KnownRecords(journal, clock);
        this.door = door;
        this.clock = clock;
    }

    /**
     * Looks once.
     *
     * @return what is to be said on the build: that the deployment was taken over, or that there is nothing more to do
     */
    Optional<String> look(SBuild build, JournalEntry orphan) {
        if (!orphan.has(Kind.TAKEN_OVER)) {
            return Optional.of(note(orphan, Kind.TAKEN_OVER, promise(orphan)));
        }
        try (EcsRecords ecs = door.open(build, orphan)) {
            return looked(ecs, orphan);
        } catch (TransientFailure later) {
            return tooLate(orphan, "AWS could not be asked: " + later.getMessage());
        } catch (AccessDenied denied) {
            return close(orphan, what(orphan) + " cannot be followed: " + denied.getMessage() + " " + command(orphan));
        } catch (EngineException unable) {
            return close(orphan, what(orphan) + " cannot be followed: " + unable.getMessage() + " " + command(orphan));
        }
    }

    /** Ends the care for a deployment that somebody else has taken up. */
    String leaveTo(JournalEntry orphan, long build) {
        return note(orphan, Kind.CLOSED, what(orphan) + " is followed by build " + build + " now.");
    }

    private Optional<String> looked(EcsRecords ecs, JournalEntry orphan) {
        Optional<EcsRecord> found = records.of(ecs, orphan);
        if (found.isEmpty()) {
            return close(orphan, withoutRecord(orphan));
        }
        EcsRecord record = found.get();
        if (record.isOver()) {
            return close(orphan, what(orphan) + " is over: " + record.words() + ".");
        }
        return switch (onStop(orphan)) {
            case LEAVE ->
                close(
                        orphan,
                        what(orphan) + " goes on in ECS, " + record.words()
                                + ". Nobody watches it: deploy.onStop is LEAVE.");
            case WAIT -> follow(orphan, record);
            case ROLL_BACK -> record.isOnItsWayBack() ? follow(orphan, record) : turnBack(ecs, orphan, record);
        };
    }

    private Optional<String> turnBack(EcsRecords ecs, JournalEntry orphan, EcsRecord record) {
        if (orphan.has(Kind.TURNED_BACK)) {
            return follow(orphan, record);
        }
        try {
            ecs.turnBack(record.arn());
            note(orphan, Kind.TURNED_BACK, "ECS was asked to roll it back, as deploy.onStop says.");
            return Optional.empty();
        } catch (AccessDenied | TransientFailure refused) {
            throw refused;
        } catch (EngineException unsupported) {
            return close(
                    orphan,
                    what(orphan) + " goes on in ECS and could not be rolled back, as deploy.onStop asks: "
                            + unsupported.getMessage() + " " + command(record.arn()));
        }
    }

    private Optional<String> follow(JournalEntry orphan, EcsRecord record) {
        String seen = what(orphan) + " is " + record.words() + ".";
        if (!orphan.last(Kind.SEEN).equals(Optional.of(seen))) {
            note(orphan, Kind.SEEN, seen);
        }
        return tooLate(orphan, "It is " + record.words() + ".");
    }

    private Optional<String> tooLate(JournalEntry orphan, String last) {
        Instant since = orphan.notes().stream()
                .filter(note -> note.kind() == Kind.TAKEN_OVER)
                .map(JournalNote::at)
                .findFirst()
                .orElse(clock.instant());
        return clock.instant().isBefore(since.plus(PATIENCE))
                ? Optional.empty()
                : close(
                        orphan,
                        what(orphan) + " was followed for " + PATIENCE.toHours() + " hours and is left now. " + last
                                + " " + command(orphan));
    }

    private Optional<String> close(JournalEntry orphan, String text) {
        return Optional.of(note(orphan, Kind.CLOSED, text));
    }

    private String note(JournalEntry orphan, Kind kind, String text) {
        journal.note(orphan, new JournalNote(clock.instant(), kind, text));
        return text;
    }

    private static String promise(JournalEntry orphan) {
        String gone = "The step that deployed to service " + orphan.service() + " in cluster "
                + orphan.report().text("cluster") + " has gone without a word: its agent died or was cut off. ";
        return gone
                + switch (onStop(orphan)) {
                    case LEAVE -> "The server looks once what became of the deployment (deploy.onStop is LEAVE).";
                    case WAIT -> "The server follows the deployment to its end (deploy.onStop is WAIT).";
                    case ROLL_BACK -> "The server has ECS roll the deployment back (deploy.onStop is ROLL_BACK).";
                };
    }

    private static OnStop onStop(JournalEntry orphan) {
        String word = orphan.report().text("onStop");
        for (OnStop each : OnStop.values()) {
            if (each.name().equals(word)) {
                return each;
            }
        }
        return OnStop.LEAVE;
    }

    private static String what(JournalEntry orphan) {
        String revision = Words.shortId(orphan.report().text("taskDefinition"));
        String deployment = orphan.report().text("deployment");
        return "The deployment " + (deployment.isEmpty() ? "" : deployment + " ") + "of "
                + (revision.isEmpty() ? "a new revision" : revision) + " to service " + orphan.service();
    }

    private static String withoutRecord(JournalEntry orphan) {
        if (orphan.report().text("taskDefinition").isEmpty()) {
            return "Nothing was changed in ECS for service " + orphan.service() + ".";
        }
        return orphan.report().text("deployment").isEmpty()
                ? "Revision " + Words.shortId(orphan.report().text("taskDefinition"))
                        + " is registered, but no deployment of it is under way: service " + orphan.service()
                        + " runs what it ran."
                : "ECS has no record of " + what(orphan).replaceFirst("^T", "t") + " any more. " + command(orphan);
    }

    /** What shows it by hand. */
    static String command(JournalEntry orphan) {
        return orphan.last(Kind.RECORD)
                .map(OrphanCare::command)
                .orElseGet(() -> "Look with: aws ecs list-service-deployments --cluster "
                        + orphan.report().text("cluster") + " --service " + orphan.service());
    }

    private static String command(String arn) {
        return "Look with: aws ecs describe-service-deployments --service-deployment-arns " + arn;
    }
}
