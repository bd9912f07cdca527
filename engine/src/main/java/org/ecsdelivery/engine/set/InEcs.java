package org.ecsdelivery.engine.set;

import java.time.InstantSource;
import java.util.Map;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.engine.deploy.DeployPorts;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.deploy.ServiceDeploy;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.Pause;

/**
 * Deploys each service just as it would be alone.
 *
 * @param ports the world
 * @param clock the time
 * @param pause lets it pass
 * @param cancellation ends the work
 */
record InEcs(DeployPorts ports, InstantSource clock, Pause pause, Cancellation cancellation) implements OneService {
    @Override
    public DeployResult run(DeploySettings settings, Map<String, String> tags, EngineListener listener) {
        return alone(listener).run(settings, tags);
    }

    @Override
    public void migrate(DeploySettings settings, Map<String, String> tags, EngineListener listener) {
        alone(listener).migrate(settings, tags);
    }

    private ServiceDeploy alone(EngineListener listener) {
        return new ServiceDeploy(ports, clock, pause, cancellation, listener);
    }
}
