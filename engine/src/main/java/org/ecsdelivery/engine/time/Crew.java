package org.ecsdelivery.engine.time;

import java.util.List;

/** Does several works at the same time. */
@FunctionalInterface
public interface Crew {
    /**
     * Does them all, and returns when the last has ended, whatever became of it. An interrupt of the caller reaches each of them.
     *
     * @throws RuntimeException what the first of them threw that threw anything
     */
    void all(List<? extends Runnable> works);
}
