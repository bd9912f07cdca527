package org.ecsdelivery.engine.stack;

import java.time.Instant;

/**
 * An event of a stack.
 *
 * @param id of the event
 * @param at when it happened
 * @param resource logical id of the resource; the stack's name when it is about the stack
 * @param physicalId of the resource; empty while there is none
 * @param type of the resource
 * @param status as in {@code CREATE_FAILED}
 * @param reason why; may be empty
 * @param token of the request that set it off; empty without one
 */
public record StackNews(
        String id,
        Instant at,
        String resource,
        String physicalId,
        String type,
        String status,
        String reason,
        String token) {

    /** Tells whether a resource failed by itself, and not because others did. */
    boolean isCause() {
        return status.endsWith("_FAILED") && !reason.contains("cancelled");
    }
}
