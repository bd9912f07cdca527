package org.ecsdelivery.engine.doctor;

/**
 * A role of a task definition.
 *
 * @param use what it is there for: {@code taskRoleArn} or {@code executionRoleArn}
 * @param arn its ARN
 * @param exists whether there is such a role
 * @param trustsTasks whether ECS tasks may act as it
 * @param passable whether the identity that looks may pass it on to ECS
 */
public record RoleFacts(String use, String arn, boolean exists, boolean trustsTasks, Seen<Boolean> passable) {}
