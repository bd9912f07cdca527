package org.ecsdelivery.sandbox.aws;

import java.time.Instant;
import java.util.List;
import org.ecsdelivery.sandbox.aws.ecs.ContainerLog;
import org.ecsdelivery.sandbox.aws.logs.LogStore;

/** Carries what tasks print to the log groups of the same stand-in. */
record TaskLogs(LogStore store) implements ContainerLog {
    @Override
    public void append(String group, String stream, Instant at, String line) {
        store.append(group, stream, at, List.of(line));
    }

    @Override
    public void create(String group) {
        store.create(group);
    }
}
