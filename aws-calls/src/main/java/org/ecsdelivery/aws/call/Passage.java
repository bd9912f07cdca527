package org.ecsdelivery.aws.call;

import java.io.IOException;

/**
 * What a thread goes through while it connects: a host may let nobody connect who does not say so first. It is asked on the very thread
 * that connects, for every attempt.
 */
@FunctionalInterface
public interface Passage {
    /** Of hosts that let everybody connect, as agents do. */
    Passage FREE = Attempt::make;

    /**
     * Has an attempt made, on the calling thread.
     *
     * @throws IOException as the attempt does
     */
    void through(Attempt attempt) throws IOException;

    /** One attempt to send a request. */
    @FunctionalInterface
    interface Attempt {
        /** Connects and sends. */
        void make() throws IOException;
    }
}
