package org.ecsdelivery.engine.deploy;

import java.util.EnumSet;
import java.util.Set;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** Knows a service, or its cluster, that somebody deletes while a deployment is under way. */
final class DeletedService {
    /** As what it is told that there is nothing left that could be deployed to. */
    private static final Set<FailureKind> GONE =
            EnumSet.of(FailureKind.SERVICE_NOT_FOUND, FailureKind.CLUSTER_NOT_FOUND, FailureKind.SERVICE_UNSUITABLE);

    private DeletedService() {}

    /**
     * Ends the looks at a service that is going: it is DRAINING, for a while after that INACTIVE (ECS API reference, Service,
     * status).
     *
     * @throws EngineException when it is
     */
    static void refuse(ServiceState service, DeploySettings settings, DeploymentState own) {
        if (!service.status().equals("ACTIVE")) {
            throw new EngineException(
                    FailureKind.SERVICE_UNSUITABLE,
                    "Service " + service.name() + " in cluster " + settings.cluster() + " is " + service.status()
                            + ": somebody deleted it while deployment " + own.id() + " was under way",
                    "",
                    "Find out who did (CloudTrail, DeleteService); create the service again and deploy again if it shall run.");
        }
    }

    /** Tells whether a failure means that it is gone. */
    static boolean isMeantBy(FailureKind kind) {
        return GONE.contains(kind);
    }
}
