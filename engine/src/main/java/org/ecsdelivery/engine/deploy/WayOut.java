package org.ecsdelivery.engine.deploy;

import java.time.Duration;
import org.ecsdelivery.engine.event.Rung;

/**
 * How long a task takes at most from the moment its targets begin to drain.
 *
 * @param drain until its targets are gone: the longest deregistration delay
 * @param stop from then until it is stopped: the largest stopTimeout of its containers; zero when nobody waits for that
 */
record WayOut(Duration drain, Duration stop) {
    /** Returns what is left of it for a task that has been on a rung for a while; zero where that cannot be known. */
    Duration left(Rung rung, Duration onIt) {
        Duration whole = switch (rung) {
            case SERVING, SELECTED, STOPPED -> Duration.ZERO;
            case DRAINING -> drain.plus(stop);
            case DRAINED, STOPPING -> stop;
        };
        Duration left = whole.minus(rung == Rung.DRAINED ? Duration.ZERO : onIt);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
