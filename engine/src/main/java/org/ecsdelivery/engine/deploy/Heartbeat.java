package org.ecsdelivery.engine.deploy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;

/** Passes events on, and speaks up when there were none for a while, so that a person sees that the step still follows. */
final class Heartbeat implements EngineListener {
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final EngineListener listener;
    private Instant last;

    Heartbeat(InstantSource clock, EngineListener listener) {
        this.clock = clock;
        this.listener = listener;
        this.last = clock.instant();
    }

    @Override
    public void on(EngineEvent event) {
        last = clock.instant();
        listener.on(event);
    }

    void beatIfQuiet(Supplier<? extends EngineEvent> sign) {
        if (Duration.between(last, clock.instant()).compareTo(QUIET) >= 0) {
            on(sign.get());
        }
    }
}
