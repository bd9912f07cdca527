package org.ecsdelivery.engine.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How often AWS may be asked. AWS throttles per account and Region, and a build is not alone there (ECS developer guide, "Request
 * throttling for the Amazon ECS API"), so no minute sees more than 60 calls. What is not spent while nothing is expected is saved,
 * up to a limit, for the moments in which looks are worth more. Belongs to one thread.
 */
public final class CallBudget {
    private static final double PER_SECOND = 44 / 60.0;
    private static final double MOST_SAVED = 12;
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final InstantSource clock;
    private Instant countedAt;
    private double saved;

    /**
     * Begins a budget.
     *
     * @param clock the time by which calls are earned
     * @param spent the calls that were made just before, at least 0
     */
    public CallBudget(InstantSource clock, int spent) {
        this.clock = clock;
        this.countedAt = clock.instant();
        this.saved = MOST_SAVED - spent;
    }

    /** Counts calls that were made, and returns the time until they are earned, at least a second. */
    public Duration spend(int calls) {
        Instant now = clock.instant();
        double earned = Duration.between(countedAt, now).toMillis() / 1000.0 * PER_SECOND;
        saved = Math.min(MOST_SAVED, saved + earned) - calls;
        countedAt = now;
        Duration wait = Duration.ofMillis((long) Math.ceil(-saved / PER_SECOND * 1000));
        return wait.compareTo(SHORTEST) > 0 ? wait : SHORTEST;
    }
}
