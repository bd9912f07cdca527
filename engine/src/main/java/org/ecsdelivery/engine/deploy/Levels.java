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

    /** Returns what becomes of the deployment once nobody looks any more: a full sentence. */
    String whatBecomesOf(String deployment) {
        if (!has(FinishLevel.DEPLOYED)) {
            return deployment + " goes on in ECS.";
        }
        return deployment + " is complete in ECS; what is missing is that its old tasks "
                + (has(FinishLevel.DRAINED) ? "stop." : "are drained.");
    }

    void reach(FinishLevel level) {
        if (reached.add(level)) {
            listener.on(new DeployEvent.LevelReached(level, moments.sinceStart()));
        }
    }
}
