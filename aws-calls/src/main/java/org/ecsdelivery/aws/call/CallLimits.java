package org.ecsdelivery.aws.call;

import java.time.Duration;

/**
 * How long one call to AWS may take.
 *
 * @param connect for the connection
 * @param attempt for one attempt, connection and answer
 * @param call for the call with all its attempts and the waits between them
 * @param attempts how many attempts at most
 * @param firstWait upper bound of the wait before the second attempt; it doubles from one attempt to the next
 * @param longestWait upper bound of any wait
 */
public record CallLimits(
        Duration connect, Duration attempt, Duration call, int attempts, Duration firstWait, Duration longestWait) {

    /** What AWS's service buckets want: they refill within seconds (see the API request rates of ECS and ELB). */
    public static CallLimits usual() {
        return new CallLimits(
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                10,
                Duration.ofMillis(500),
                Duration.ofSeconds(15));
    }

    /** For what is nice to know: where AWS cannot be reached at that address at all, the step waits no longer than that. */
    public CallLimits inBrief() {
        return new CallLimits(connect, shorter(attempt, 5), shorter(call, 8), attempts, firstWait, longestWait);
    }

    private static Duration shorter(Duration one, int seconds) {
        Duration other = Duration.ofSeconds(seconds);
        return one.compareTo(other) < 0 ? one : other;
    }
}
