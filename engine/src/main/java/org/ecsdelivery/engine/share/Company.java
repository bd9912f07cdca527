package org.ecsdelivery.engine.share;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Knows how many services are followed at the same time, and so how long it is worth to wait for others who ask the same. */
final class Company {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final Duration FOR_EACH_OTHER = Duration.ofMillis(100);
    private static final int MOST_OTHERS = 10;

    private final InstantSource clock;
    private final Map<Object, Instant> seen = new HashMap<>();

    Company(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void saw(Object service) {
        seen.put(service, clock.instant());
    }

    /** Returns nothing for a service that is alone, which shall be as quick as without the others. */
    synchronized Duration patience() {
        Instant since = clock.instant().minus(REMEMBERED);
        seen.values().removeIf(at -> at.isBefore(since));
        return FOR_EACH_OTHER.multipliedBy(Math.max(0, Math.min(MOST_OTHERS, seen.size() - 1)));
    }
}
