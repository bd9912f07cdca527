package org.ecsdelivery.engine.task;

import org.ecsdelivery.engine.ecs.ContainerLogApi;
import org.ecsdelivery.engine.ecs.TaskRunApi;

/**
 * The world as the task step sees it.
 *
 * @param tasks ECS
 * @param logs CloudWatch Logs
 */
public record TaskPorts(TaskRunApi tasks, ContainerLogApi logs) {}
