package org.ecsdelivery.common.settings;

import java.time.Duration;
import java.util.Optional;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.TaskDefinitionName;

/**
 * Which task the task step shall run, and how.
 *
 * @param cluster the cluster
 * @param definition the task definition
 * @param container the container that the command and the environment are for; empty when the task definition has only one
 * @param overrides what is other than in the task definition
 * @param placement where it runs
 * @param fanOut how many of it
 * @param timeout how long it may take, from the first try to start it
 * @param access how to reach AWS
 */
public record TaskSettings(
        ClusterName cluster,
        TaskDefinitionName definition,
        Optional<ContainerName> container,
        TaskOverrides overrides,
        TaskPlacement placement,
        FanOut fanOut,
        Duration timeout,
        AwsAccess access) {
    /** Returns these settings for a task that has other things other. */
    public TaskSettings overriding(TaskOverrides others) {
        return new TaskSettings(cluster, definition, container, others, placement, fanOut, timeout, access);
    }
}
