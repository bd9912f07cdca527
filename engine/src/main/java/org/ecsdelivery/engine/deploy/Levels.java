package org.ecsdelivery.engine.deploy;

import java.util.EnumSet;
import java.util.Set;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.EngineListener;

/** The levels a deployment has reached, each told once. */
final class Levels {
    private final Moments moments;
    private final EngineListener listener;
    private final Set<FinishLevel> reached = EnumSet.noneOf(FinishLevel.class);

    Levels(Moments moments, EngineListener listener) {
        this.moments = moments;
        this.listener = listener;
    }

    boolean has(FinishLevel level) {
        return reached.contains(level);
    }

    void reach(FinishLevel level) {
        if (reached.add(level)) {
            listener.on(new DeployEvent.LevelReached(level, moments.sinceStart()));
        }
    }
}
