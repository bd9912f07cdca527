package org.ecsdelivery.engine.ecs;

import java.util.List;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.TransientFailure;

/** What the deploy step wants of CloudWatch Logs. May throw {@link AccessDenied} and {@link TransientFailure}. */
@FunctionalInterface
public interface ContainerLogApi {
    /** Returns the newest lines of a log stream, oldest first; none when there is no such stream. */
    List<String> tail(String group, String stream, int lines);
}
