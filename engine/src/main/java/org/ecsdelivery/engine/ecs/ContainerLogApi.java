package org.ecsdelivery.engine.ecs;

import java.util.List;
import java.util.Optional;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.TransientFailure;

/** What the steps want of CloudWatch Logs. May throw {@link AccessDenied} and {@link TransientFailure}. */
public interface ContainerLogApi {
    /** Returns the newest lines of a log stream, oldest first; none when there is no such stream. */
    List<String> tail(String group, String stream, int lines);

    /** Tells whether there is a log group of that name. */
    boolean hasGroup(String group);

    /**
     * Reads a log stream on.
     *
     * @param from where the page before ended; empty for the beginning
     * @return the lines since; none when there are none yet, or no such stream
     */
    LogPage read(String group, String stream, Optional<String> from);
}
