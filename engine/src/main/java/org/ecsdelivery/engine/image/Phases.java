package org.ecsdelivery.engine.image;

import java.util.function.Supplier;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineEvent.Phase;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.time.Cancellation;

/** Tells where each part of the step begins and ends; none begins after Stop. */
record Phases(Cancellation cancellation, EngineListener listener) {
    <T> T during(Phase phase, Supplier<T> work) {
        cancellation.throwIfCancelled();
        listener.on(new EngineEvent.PhaseStarted(phase));
        try {
            return work.get();
        } finally {
            listener.on(new EngineEvent.PhaseFinished(phase));
        }
    }
}
