package org.ecsdelivery.sandbox.aws.logs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One stream: the lines of one writer in the order of their times. */
final class LogStream {

    private static final Comparator<LogEvent> BY_TIME =
            Comparator.comparing(LogEvent::at).thenComparing(LogEvent::number);

    private final String name;
    private final Instant createdAt;
    private final List<LogEvent> events = new ArrayList<>();

    LogStream(String name, Instant createdAt) {
        this.name = name;
        this.createdAt = createdAt;
    }

    String name() {
        return name;
    }

    Instant createdAt() {
        return createdAt;
    }

    synchronized void add(List<LogEvent> arrived) {
        events.addAll(arrived);
        events.sort(BY_TIME);
    }

    synchronized List<LogEvent> events() {
        return List.copyOf(events);
    }

    synchronized Optional<LogEvent> first() {
        return events.isEmpty() ? Optional.empty() : Optional.of(events.get(0));
    }

    synchronized Optional<LogEvent> last() {
        return events.isEmpty() ? Optional.empty() : Optional.of(events.get(events.size() - 1));
    }
}
