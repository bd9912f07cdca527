package org.ecsdelivery.engine.time;

import java.time.Duration;

/**
 * How often AWS may be asked. AWS throttles per account and Region, and a build is not alone there
 * (ECS developer guide, "Request throttling for the Amazon ECS API"), so a beat that makes more calls comes less often.
 *
 * @param callsPerMinute the most calls in a minute, at least 1
 * @param shortest the shortest time between two beats
 */
public record CallBudget(int callsPerMinute, Duration shortest) {
    /** Enough to notice an end within two seconds, and below one call a second. */
    public static final CallBudget DEFAULT = new CallBudget(56, Duration.ofMillis(1500));

    /** Returns the time from one beat to the next when each makes so many calls. */
    public Duration beat(int calls) {
        Duration fair = Duration.ofMinutes(1).multipliedBy(calls).dividedBy(callsPerMinute);
        return fair.compareTo(shortest) > 0 ? fair : shortest;
    }
}
