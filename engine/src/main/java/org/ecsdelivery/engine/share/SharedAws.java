package org.ecsdelivery.engine.share;

import java.time.InstantSource;
import org.ecsdelivery.engine.ecs.EcsApi;
import org.ecsdelivery.engine.ecs.TargetGroupApi;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.time.Pause;

/**
 * ECS and Elastic Load Balancing of one account and Region, as one identity, for any number of threads: they are asked together
 * where one call can answer several, and no faster than AWS's documented rates allow. Belongs to one step of one build, because
 * the next may come as somebody else.
 */
public final class SharedAws {
    private final EcsApi ecs;
    private final TargetGroupApi targetGroups;

    /** Shares the ports, with nobody who hears of long waits. */
    public SharedAws(EcsApi ecs, TargetGroupApi targetGroups, InstantSource clock, Pause pause) {
        this(ecs, targetGroups, clock, pause, event -> {});
    }

    /**
     * Shares the ports.
     *
     * @param clock the time by which AWS lets calls pass
     * @param pause lets a thread wait for its turn
     * @param listener hears of a registration that waits long for its turn, on the thread that waits
     */
    public SharedAws(
            EcsApi ecs, TargetGroupApi targetGroups, InstantSource clock, Pause pause, EngineListener listener) {
        Turns turns = new Turns(clock, pause);
        this.ecs = new SharedEcs(ecs, turns, new Company(clock), listener);
        this.targetGroups = new SharedTargetGroups(targetGroups, turns);
    }

    /** Returns ECS. */
    public EcsApi ecs() {
        return ecs;
    }

    /** Returns Elastic Load Balancing. */
    public TargetGroupApi targetGroups() {
        return targetGroups;
    }
}
