package org.ecsdelivery.sandbox.aws.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What happened in the world, in order, each with its exact simulated instant. */
public final class Timeline {
    private final List<Entry> entries = new ArrayList<>();

    /** What an entry is about. */
    public enum Kind {
        /** A task changed its last status: subject is the task's ARN, detail its {@code startedBy}. */
        TASK,
        /** A target changed its state: subject is {@code id:port}, detail the target group's ARN; {@code gone} is last. */
        TARGET,
        /** A deployment changed its rollout state: subject is its id, detail the service's ARN. */
        DEPLOYMENT,
        /** A service deployment changed its status: subject is its ARN, detail the service's ARN. */
        SERVICE_DEPLOYMENT,
        /** A service event was written: subject is the service's ARN, detail the message. */
        EVENT
    }

    /** One thing that happened. */
    public record Entry(Instant at, Kind kind, String subject, String state, String detail) {}

    synchronized void add(Entry entry) {
        entries.add(entry);
    }

    /** Answers everything so far. */
    public synchronized List<Entry> all() {
        return List.copyOf(entries);
    }

    /** Answers everything of one kind. */
    public List<Entry> of(Kind kind) {
        return matching(entry -> entry.kind() == kind);
    }

    /** Answers what matches, in order. */
    public synchronized List<Entry> matching(Predicate<Entry> wanted) {
        return entries.stream().filter(wanted).toList();
    }

    /** Answers the instant at which a subject reached a state for the last time. */
    public Optional<Instant> reached(String subject, String state) {
        return last(entry -> entry.subject().equals(subject) && entry.state().equals(state));
    }

    /** Answers the instant of the last entry of a kind that says a state, as in the last target {@code gone}. */
    public Optional<Instant> last(Kind kind, String state) {
        return last(entry -> entry.kind() == kind && entry.state().equals(state));
    }

    private Optional<Instant> last(Predicate<Entry> wanted) {
        return matching(wanted).stream().map(Entry::at).reduce((first, second) -> second);
    }
}
