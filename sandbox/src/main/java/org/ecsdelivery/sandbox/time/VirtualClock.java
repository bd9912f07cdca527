package org.ecsdelivery.sandbox.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
public final class VirtualClock implements InstantSource {
    private volatile Instant now;

    private VirtualClock(Instant start) {
        now = start;
    }

    /** Starts at the given instant. */
    public static VirtualClock at(Instant start) {
        return new VirtualClock(start);
    }

    /** Starts at the given instant, written as in {@code 2026-10-01T12:00:00Z}. */
    public static VirtualClock at(String start) {
        return at(Instant.parse(start));
    }

    /** Moves the clock forward and answers the new instant. */
    public synchronized Instant advance(Duration by) {
        now = now.plus(by);
        return now;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
