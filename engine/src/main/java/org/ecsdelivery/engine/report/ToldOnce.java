package org.ecsdelivery.engine.report;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineEvent.Phase;
import org.ecsdelivery.engine.event.EngineEvent.PhaseFinished;
import org.ecsdelivery.engine.event.EngineEvent.PhaseStarted;
import org.ecsdelivery.engine.event.EngineListener;

/**
 * Passes events on, but what was found before a deployment only once: one of several services is looked at twice, before the
 * first of them is changed and again when its turn comes. What differs then is told, and a phase without news is not.
 */
public final class ToldOnce implements EngineListener {
    private static final Set<Phase> REPEATED = EnumSet.of(Phase.PREFLIGHT, Phase.PLAN);

    private final EngineListener listener;
    private final InstantSource clock;
    private final Set<Object> told = new HashSet<>();
    private Optional<PhaseStarted> held = Optional.empty();
    private boolean looking;

    /** Stands in front of a listener. */
    public ToldOnce(EngineListener listener, InstantSource clock) {
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public void on(EngineEvent event) {
        if (event instanceof PhaseStarted started && REPEATED.contains(started.phase())) {
            held = Optional.of(started);
            looking = true;
        } else if (event instanceof PhaseFinished finished && REPEATED.contains(finished.phase())) {
            looking = false;
            finish(finished);
        } else if (!looking) {
            listener.on(event);
        } else {
            look(event, new Narration(clock).tell(event));
        }
    }

    private void look(EngineEvent event, List<Passage> sentences) {
        boolean silent = sentences.isEmpty();
        if (told.add(silent ? event : sentences)) {
            if (!silent) {
                held.ifPresent(listener::on);
                held = Optional.empty();
            }
            listener.on(event);
        }
    }

    private void finish(PhaseFinished finished) {
        if (held.isEmpty()) {
            listener.on(finished);
        }
        held = Optional.empty();
    }
}
