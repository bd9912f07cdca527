package org.ecsdelivery.engine.ecs;

import org.ecsdelivery.common.settings.RevisionChanges;

/**
 * What a task may use and whom it acts as; each empty where the task definition leaves it out.
 *
 * @param cpu CPU units
 * @param memory MiB
 * @param taskRole ARN of the role that the containers act as
 * @param executionRole ARN of the role that ECS acts as for the task
 */
public record TaskTraits(String cpu, String memory, String taskRole, String executionRole) {
    /** The task definition leaves it all out. */
    public static final TaskTraits NONE = new TaskTraits("", "", "", "");

    /** Returns this with the changes. */
    public TaskTraits changedBy(RevisionChanges changes) {
        return new TaskTraits(
                changes.cpu().orElse(cpu),
                changes.memory().orElse(memory),
                changes.taskRole().orElse(taskRole),
                changes.executionRole().orElse(executionRole));
    }
}
