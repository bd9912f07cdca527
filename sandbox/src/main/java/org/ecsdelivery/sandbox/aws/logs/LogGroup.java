package org.ecsdelivery.sandbox.aws.logs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** One group of streams. */
final class LogGroup {

    private final String name;
    private final Instant createdAt;
    private final ConcurrentNavigableMap<String, LogStream> streams = new ConcurrentSkipListMap<>();

    LogGroup(String name, Instant createdAt) {
        this.name = name;
        this.createdAt = createdAt;
    }

    String name() {
        return name;
    }

    Instant createdAt() {
        return createdAt;
    }

    boolean create(String stream, Instant now) {
        return streams.putIfAbsent(stream, new LogStream(stream, now)) == null;
    }

    Optional<LogStream> stream(String stream) {
        return Optional.ofNullable(streams.get(stream));
    }

    LogStream streamOrNew(String stream, Instant now) {
        return streams.computeIfAbsent(stream, missing -> new LogStream(missing, now));
    }

    List<LogStream> streams() {
        return List.copyOf(streams.values());
    }
}
