package org.ecsdelivery.engine.time;

import java.time.Duration;

/** Lets time pass. The only way the engine waits, so that tests can run on virtual time. */
@FunctionalInterface
public interface Pause {
    /**
     * Returns after the duration.
     *
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    void pause(Duration duration) throws InterruptedException;
}
