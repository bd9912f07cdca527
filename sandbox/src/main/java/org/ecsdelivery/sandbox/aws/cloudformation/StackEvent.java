package org.ecsdelivery.sandbox.aws.cloudformation;

import java.time.Instant;

/**
 * Something that happened to a stack or one of its resources.
 *
 * @param id of the event
 * @param logicalId of the resource; the stack's name when it is about the stack
 * @param physicalId of the resource; empty while there is none
 * @param type of the resource
 * @param status as in {@code CREATE_FAILED}
 * @param reason why; empty when there is nothing to say
 * @param token of the request that set it off; empty without one
 */
record StackEvent(
        String id,
        Instant at,
        String logicalId,
        String physicalId,
        String type,
        String status,
        String reason,
        String token) {}
