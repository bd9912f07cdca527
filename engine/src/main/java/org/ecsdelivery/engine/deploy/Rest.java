package org.ecsdelivery.engine.deploy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How long the next look can wait because it would see nothing new. A look too late costs the build that time, so a rest is long
 * only where nothing but time is waited for, and gets shorter the nearer that comes to its end.
 */
final class Rest {
    /** While the rollout may bring news, looks in between are only saved for the moment when targets are gone. */
    private static final Duration SHORT = Duration.ofSeconds(5);

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration WHILE_ALARMS_ARE_WATCHED = Duration.ofSeconds(10);
    /** Without an alarm that is watched on, ECS completes a deployment some seconds after the last old task has stopped. */
    private static final Duration USUAL_COMPLETION = Duration.ofSeconds(30);

    private final InstantSource clock;
    private Optional<Instant> settledAt = Optional.empty();

    Rest(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Returns the rest while targets drain.
     *
     * @param quiet the time until the first of them can be gone; zero when something else goes on
     * @param nothingElse whether nothing else is waited for
     */
    static Duration whileDraining(Duration quiet, boolean nothingElse) {
        Duration fraction = quiet.dividedBy(4);
        Duration most = nothingElse && fraction.compareTo(SHORT) > 0 ? fraction : SHORT;
        return shorter(quiet, shorter(most, LONG));
    }

    /**
     * Returns the rest while ECS only watches alarms over a deployment that is complete for the rest, its bake time.
     *
     * @param settled whether all new tasks serve and all old ones have stopped, but ECS has not completed the deployment
     */
    Duration whileBaking(boolean settled) {
        Instant now = clock.instant();
        settledAt = settled ? settledAt.or(() -> Optional.of(now)) : Optional.empty();
        return settledAt
                .filter(since -> !now.isBefore(since.plus(USUAL_COMPLETION)))
                .map(since -> WHILE_ALARMS_ARE_WATCHED)
                .orElse(Duration.ZERO);
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
