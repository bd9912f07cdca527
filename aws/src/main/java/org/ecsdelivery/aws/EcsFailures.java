package org.ecsdelivery.aws;

import java.util.Optional;
import java.util.function.Supplier;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ClusterNotFoundException;
import software.amazon.awssdk.services.ecs.model.ServiceNotActiveException;
import software.amazon.awssdk.services.ecs.model.ServiceNotFoundException;

/** The refusals of ECS that a user can mend in the step's settings. */
record EcsFailures(AwsRegion region, ClusterName cluster, Optional<ServiceName> service) {

    /** Makes a call and names what it does not find. */
    <T> T naming(Supplier<T> call) {
        try {
            return call.get();
        } catch (ClusterNotFoundException e) {
            throw noCluster(e);
        } catch (ServiceNotFoundException e) {
            throw noService(e);
        } catch (ServiceNotActiveException e) {
            throw notActive(e);
        }
    }

    private EngineException noCluster(Throwable cause) {
        return new EngineException(
                FailureKind.CLUSTER_NOT_FOUND,
                "There is no ECS cluster " + cluster + " in " + region,
                "",
                "Check Cluster (deploy.cluster), and whether it lies in another Region (aws.region) or account.",
                cause);
    }

    /** Makes the failure for a service that is not there. */
    EngineException noService(@Nullable Throwable cause) {
        return new EngineException(
                FailureKind.SERVICE_NOT_FOUND,
                "There is no ECS service " + serviceName() + " in cluster " + cluster + " in " + region,
                "",
                "Check Service (deploy.service) and Cluster (deploy.cluster), and whether they lie in another Region"
                        + " (aws.region) or account.",
                cause);
    }

    private EngineException notActive(Throwable cause) {
        return new EngineException(
                FailureKind.SERVICE_UNSUITABLE,
                "The ECS service " + serviceName() + " in cluster " + cluster + " in " + region
                        + " is being deleted or is deleted",
                "",
                "Create the service again, or name another one in Service (deploy.service).",
                cause);
    }

    private String serviceName() {
        return service.map(ServiceName::value).orElse("");
    }
}
