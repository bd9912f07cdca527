package org.ecsdelivery.engine.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.TransientFailure;

/**
 * Looks at a probe until it answers or a deadline passes. It counts time, not attempts; it backs off while looks fail for
 * passing reasons; and it ends at once when the work is cancelled.
 */
public final class Poller {
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Pause pause;
    private final Cancellation cancellation;

    /** Makes a poller on the given time. */
    public Poller(InstantSource clock, Pause pause, Cancellation cancellation) {
        this.clock = clock;
        this.pause = pause;
        this.cancellation = cancellation;
    }

    /**
     * Looks until there is an answer. It looks once more at the deadline itself, so that an answer is never missed by a beat.
     *
     * @return the answer, or nothing when the deadline passed
     * @throws Cancelled when the work is cancelled or its thread interrupted
     */
    public <T> Optional<T> until(Instant deadline, Probe<T> probe) {
        int stumbles = 0;
        while (true) {
            cancellation.throwIfCancelled();
            Duration wait;
            try {
                Optional<T> answer = probe.look();
                if (answer.isPresent()) {
                    return answer;
                }
                stumbles = 0;
                wait = probe.beat();
            } catch (TransientFailure failure) {
                wait = backOff(probe.beat(), ++stumbles);
                probe.stumbled(failure, wait);
            }
            Duration left = Duration.between(clock.instant(), deadline);
            if (left.isNegative() || left.isZero()) {
                return Optional.empty();
            }
            pause(wait.compareTo(left) < 0 ? wait : left);
        }
    }

    private static Duration backOff(Duration beat, int stumbles) {
        Duration doubled = beat.multipliedBy(1L << Math.min(stumbles, 10));
        return doubled.compareTo(LONGEST_BACK_OFF) < 0 ? doubled : LONGEST_BACK_OFF;
    }

    private void pause(Duration wait) {
        try {
            pause.pause(wait);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            cancellation.cancel("the build was interrupted");
        }
        cancellation.throwIfCancelled();
    }
}
