package org.ecsdelivery.engine.ecs;

import java.time.Duration;
import java.util.Map;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.TransientFailure;

/** What the deploy step wants of Elastic Load Balancing. Every method may throw {@link AccessDenied} and {@link TransientFailure}. */
public interface TargetGroupApi {
    /** Returns how long a deregistered target may keep its connections, 0 to 3600 seconds. */
    Duration deregistrationDelay(String targetGroupArn);

    /** Returns how long the health checks of the group take to find a new target healthy: their interval times their threshold. */
    Duration healthyWithin(String targetGroupArn);

    /** Returns every target that the group still knows; one that is missing is out of it. */
    Map<Target, TargetState> targets(String targetGroupArn);
}
