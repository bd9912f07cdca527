package org.ecsdelivery.engine.time;

import java.time.Duration;
import java.util.Optional;
import org.ecsdelivery.engine.failure.TransientFailure;

/**
 * Something that is looked at again and again until it has an answer.
 *
 * @param <T> the answer
 */
public interface Probe<T> {
    /**
     * Looks once.
     *
     * @return the answer, or nothing as long as there is none
     * @throws TransientFailure when this look failed but a later one may succeed
     */
    Optional<T> look();

    /** Returns how long to wait before the next look; it may differ from look to look. */
    Duration beat();

    /** Hears that a look failed for a reason that should pass. */
    void stumbled(TransientFailure failure, Duration untilNext);
}
