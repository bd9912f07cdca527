package jetbrains.buildServer.serverSide;

import org.jetbrains.annotations.NotNull;

/** A build in the queue. */
public interface SQueuedBuild {
    @NotNull
    TriggeredBy getTriggeredBy();
}
