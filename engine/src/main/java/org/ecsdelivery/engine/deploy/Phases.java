package org.ecsdelivery.engine.deploy;

import java.util.Optional;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineEvent.Phase;
import org.ecsdelivery.engine.event.EngineListener;

/** Tells of one phase after the other, and of the end of the last one whatever happens. */
final class Phases implements AutoCloseable {
    private final EngineListener listener;
    private Optional<Phase> current = Optional.empty();

    Phases(EngineListener listener) {
        this.listener = listener;
    }

    void enter(Phase phase) {
        if (current.filter(phase::equals).isEmpty()) {
            close();
            current = Optional.of(phase);
            listener.on(new EngineEvent.PhaseStarted(phase));
        }
    }

    @Override
    public void close() {
        current.ifPresent(phase -> listener.on(new EngineEvent.PhaseFinished(phase)));
        current = Optional.empty();
    }
}
