package org.ecsdelivery.engine.ecs;

import java.util.Optional;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.TransientFailure;

/** What the deploy step wants of Application Auto Scaling. May throw {@link AccessDenied} and {@link TransientFailure}. */
@FunctionalInterface
public interface ScalingApi {
    /** Returns between which counts it sets the desired count of a service; empty when it does not, or is suspended. */
    Optional<Range> range(ClusterName cluster, ServiceName service);

    /**
     * Between which counts a service is scaled.
     *
     * @param minimum the minimum capacity
     * @param maximum the maximum capacity
     */
    record Range(int minimum, int maximum) {
        /** Tells whether a count lies within. */
        public boolean holds(int count) {
            return minimum <= count && count <= maximum;
        }
    }
}
