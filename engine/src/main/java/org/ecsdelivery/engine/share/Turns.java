package org.ecsdelivery.engine.share;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.time.Pause;

/** Makes threads wait until it is their turn to call. */
final class Turns {
    private final InstantSource clock;
    private final Pause pause;
    private final Map<CallRate, TokenBucket> buckets = new EnumMap<>(CallRate.class);

    Turns(InstantSource clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
        for (CallRate rate : CallRate.values()) {
            buckets.put(rate, new TokenBucket(clock, rate));
        }
    }

    /** Returns when a call may be made, at the earliest after some patience. */
    Instant next(CallRate rate, Duration patience) {
        Instant earliest = clock.instant().plus(patience);
        Instant turn = of(rate).take();
        return turn.isAfter(earliest) ? turn : earliest;
    }

    /**
     * Waits for the turn of a call.
     *
     * @throws Cancelled when the thread is interrupted; the flag stays set
     */
    void await(CallRate rate) {
        await(rate, wait -> {});
    }

    /**
     * Waits for the turn of a call, and first of all tells how long that will take.
     *
     * @throws Cancelled when the thread is interrupted; the flag stays set
     */
    void await(CallRate rate, Consumer<Duration> told) {
        Instant turn = of(rate).take();
        told.accept(Duration.between(clock.instant(), turn));
        awaitMoment(turn);
    }

    /** Counts calls that were made without a turn, such as the further pages of an answer. */
    void count(CallRate rate, int calls) {
        for (int i = 0; i < calls; i++) {
            of(rate).take();
        }
    }

    /** Slows down: AWS did not answer as it should. */
    void slowDown(CallRate rate) {
        of(rate).empty();
    }

    /**
     * Waits.
     *
     * @throws Cancelled when the thread is interrupted; the flag stays set
     */
    void awaitMoment(Instant moment) {
        Duration left = Duration.between(clock.instant(), moment);
        if (left.isNegative() || left.isZero()) {
            return;
        }
        try {
            pause.pause(left);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Cancelled("Interrupted while waiting for the turn to call AWS");
        }
    }

    private TokenBucket of(CallRate rate) {
        return Objects.requireNonNull(buckets.get(rate));
    }
}
