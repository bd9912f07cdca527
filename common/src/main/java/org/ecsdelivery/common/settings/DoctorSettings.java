package org.ecsdelivery.common.settings;

import java.util.List;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;

/**
 * Which pipelines to check.
 *
 * @param cluster the cluster
 * @param services its services
 * @param failOn which findings make the step fail
 * @param access how to reach AWS
 */
public record DoctorSettings(ClusterName cluster, List<ServiceName> services, FailOn failOn, AwsAccess access) {
    /** Copies the services. */
    public DoctorSettings {
        services = List.copyOf(services);
    }
}
