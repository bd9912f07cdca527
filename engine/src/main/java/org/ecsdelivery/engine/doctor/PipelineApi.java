package org.ecsdelivery.engine.doctor;

import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.TransientFailure;

/** Looks at everything that a service is deployed to, and changes nothing. */
@FunctionalInterface
public interface PipelineApi {
    /**
     * Looks at a service and its surroundings. Where a permission for the surroundings is missing, they are hidden in the answer.
     *
     * @throws AccessDenied when the service or its task definition may not be looked at
     * @throws EngineException when the cluster or the service does not exist
     * @throws TransientFailure when AWS does not answer
     */
    Pipeline pipeline(ClusterName cluster, ServiceName service);
}
