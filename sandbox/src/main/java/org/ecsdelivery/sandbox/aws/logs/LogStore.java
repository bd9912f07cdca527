package org.ecsdelivery.sandbox.aws.logs;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** All log groups of the account, in memory. */
public final class LogStore implements ContainerLogs {

    private final InstantSource clock;
    private final AtomicLong arrivals = new AtomicLong();
    private final ConcurrentNavigableMap<String, LogGroup> groups = new ConcurrentSkipListMap<>();

    /** Begins without any group. */
    public LogStore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean hasGroup(String group) {
        return groups.containsKey(group);
    }

    @Override
    public void append(String group, String stream, Instant at, List<String> lines) {
        LogGroup home = groups.computeIfAbsent(group, missing -> new LogGroup(missing, clock.instant()));
        LogStream target = home.streamOrNew(stream, clock.instant());
        target.add(lines.stream().map(line -> event(stream, at, line)).toList());
    }

    /** Makes a group; answers false when it is there already. */
    public boolean create(String group) {
        return groups.putIfAbsent(group, new LogGroup(group, clock.instant())) == null;
    }

    /** Has a group go, with its lines. */
    public void remove(String group) {
        groups.remove(group);
    }

    Optional<LogGroup> group(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    List<LogGroup> groups() {
        return List.copyOf(groups.values());
    }

    LogEvent event(String stream, Instant at, String message) {
        return new LogEvent(stream, arrivals.getAndIncrement(), at, clock.instant(), message);
    }
}
