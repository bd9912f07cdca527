package org.ecsdelivery.engine.ecs;

import java.util.List;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.TransientFailure;

/** What the deploy step wants of CloudWatch alarms. May throw {@link AccessDenied} and {@link TransientFailure}. */
@FunctionalInterface
public interface AlarmApi {
    /** Returns those of the named alarms that are in ALARM; one that is not there is not. */
    List<String> firing(List<String> names);
}
