package org.ecsdelivery.engine.set;

import java.time.InstantSource;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.engine.ecs.EcsApi;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.set.ServiceOutcome.Back;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.Pause;
import org.ecsdelivery.engine.time.Poller;

/**
 * How services are taken back.
 *
 * @param ecs ECS
 * @param clock the time
 * @param pause lets it pass
 * @param cancellation ends the work
 */
record WaysBack(EcsApi ecs, InstantSource clock, Pause pause, Cancellation cancellation) {
    /** Takes a service back. That it does not work must not hinder the way back of the others. */
    Back take(DeploySettings settings, String before, String ours, EngineListener listener) {
        WayBack way = new WayBack(ecs, settings, before, ours, listener);
        try {
            return new Poller(clock, pause, cancellation)
                    .until(clock.instant().plus(settings.timeout()), way)
                    .orElseGet(way::timedOut);
        } catch (EngineException refused) {
            return way.refused(String.valueOf(refused.getMessage()));
        }
    }
}
