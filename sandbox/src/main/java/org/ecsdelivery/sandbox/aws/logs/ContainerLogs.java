package org.ecsdelivery.sandbox.aws.logs;

import java.time.Instant;
import java.util.List;

/** Where the containers of tasks write, as the awslogs driver does. */
public interface ContainerLogs {

    /** Tells whether the group is there; a task whose group is missing cannot start. */
    boolean hasGroup(String group);

    /** Writes lines to a stream; a stream or group that is missing is created, as {@code awslogs-create-group} asks. */
    void append(String group, String stream, Instant at, List<String> lines);
}
