package org.ecsdelivery.common.policy;

import java.util.Optional;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;

/**
 * What a step changes: a service, or a cluster in which it runs a task.
 *
 * @param cluster the cluster
 * @param service the service; empty for a task that runs beside none
 */
public record Place(ClusterName cluster, Optional<ServiceName> service) {

    /** Returns the place of a service. */
    public static Place of(ClusterName cluster, ServiceName service) {
        return new Place(cluster, Optional.of(service));
    }

    /** Returns {@code cluster/service}, or the cluster alone. */
    @Override
    public String toString() {
        return cluster + service.map(name -> "/" + name).orElse("");
    }
}
