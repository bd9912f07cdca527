package org.ecsdelivery.engine.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Clock and pause in one: pausing moves the clock, so that an hour passes in no time. Things can be planned for a moment. One
 * thread pauses; any may read the clock.
 */
public final class VirtualTime implements InstantSource, Pause {
    /** When every virtual time begins. */
    public static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private record Planned(Instant at, Runnable what) {}

    private final List<Duration> pauses = new ArrayList<>();
    private final List<Planned> plan = new ArrayList<>();
    private volatile Instant now = START;

    /** Has something happen once so much time has passed since the start. */
    public VirtualTime at(Duration sinceStart, Runnable what) {
        plan.add(new Planned(START.plus(sinceStart), what));
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void pause(Duration duration) {
        pauses.add(duration);
        Instant end = now.plus(duration);
        List<Planned> due = plan.stream()
                .filter(each -> !each.at().isAfter(end))
                .sorted(java.util.Comparator.comparing(Planned::at))
                .toList();
        plan.removeAll(due);
        due.forEach(each -> {
            now = each.at().isAfter(now) ? each.at() : now;
            each.what().run();
        });
        now = end;
    }

    /** Returns every pause so far, in order. */
    public List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    /** Returns how much time has passed. */
    public Duration elapsed() {
        return Duration.between(START, now);
    }
}
