package org.ecsdelivery.engine.set;

import java.util.Map;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;

/** Deploys to one service. */
@FunctionalInterface
interface OneService {
    /**
     * Deploys, or plans where the settings say so.
     *
     * @throws EngineException when it cannot be begun, or followed any more
     * @throws Cancelled when the work is cancelled
     */
    DeployResult run(DeploySettings settings, Map<String, String> tags, EngineListener listener);

    /**
     * Runs what comes before any service is changed.
     *
     * @throws EngineException when it did not end well
     * @throws Cancelled when the work is cancelled
     */
    default void migrate(DeploySettings settings, Map<String, String> tags, EngineListener listener) {}
}
