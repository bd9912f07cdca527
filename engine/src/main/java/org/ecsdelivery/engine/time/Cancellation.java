package org.ecsdelivery.engine.time;

import java.util.concurrent.atomic.AtomicReference;
import org.ecsdelivery.engine.failure.Cancelled;
import org.jspecify.annotations.Nullable;

/** A switch that is thrown once, from any thread, to end the work of another. */
public final class Cancellation {
    private final AtomicReference<@Nullable String> reason = new AtomicReference<>();

    /** Asks the work to end; the first reason stays. */
    public void cancel(String why) {
        reason.compareAndSet(null, why);
    }

    /** Tells whether the work was asked to end. */
    public boolean isCancelled() {
        return reason.get() != null;
    }

    /**
     * Ends the work if that was asked for.
     *
     * @throws Cancelled with the reason given
     */
    public void throwIfCancelled() {
        String why = reason.get();
        if (why != null) {
            throw new Cancelled(why);
        }
    }
}
