package org.ecsdelivery.sandbox.aws.front;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers every call that reached the front, faults included. */
public final class CallLog {
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /** One call: service, operation and the sandbox's instant at which it arrived. */
    public record Entry(String service, String operation, Instant at) {}

    void add(AwsCall call) {
        entries.add(new Entry(call.service(), call.operation(), call.at()));
    }

    /** Answers all calls in the order of their arrival. */
    public List<Entry> all() {
        return List.copyOf(entries);
    }

    /** Answers the number of calls to one operation. */
    public long count(String service, String operation) {
        return entries.stream()
                .filter(entry ->
                        entry.service().equals(service) && entry.operation().equals(operation))
                .count();
    }

    /** Answers the calls that arrived at or after {@code from} and before {@code to}. */
    public List<Entry> between(Instant from, Instant to) {
        return entries.stream()
                .filter(entry -> !entry.at().isBefore(from) && entry.at().isBefore(to))
                .toList();
    }

    /** Answers the average number of calls in a minute of the sandbox's time between two instants. */
    public double perMinute(Instant from, Instant to) {
        long millis = Math.max(1, Duration.between(from, to).toMillis());
        return between(from, to).size() * 60_000.0 / millis;
    }

    /** Forgets all calls so far. */
    public void clear() {
        entries.clear();
    }
}
