package org.ecsdelivery.engine.stack;

import java.util.Map;
import java.util.Set;

/**
 * A stack.
 *
 * @param id its ARN
 * @param status as in {@code UPDATE_COMPLETE}
 * @param reason why it is in this status; may be empty
 * @param parameters the names of the parameters that it has values for
 * @param outputs its outputs
 */
public record StackState(String id, String status, String reason, Set<String> parameters, Map<String, String> outputs) {
    /** A stack of which there is nothing but a change set. */
    static final String IN_REVIEW = "REVIEW_IN_PROGRESS";

    /** Copies what it holds. */
    public StackState {
        parameters = Set.copyOf(parameters);
        outputs = Map.copyOf(outputs);
    }

    /** Tells whether nothing was created yet. */
    public boolean inReview() {
        return status.equals(IN_REVIEW);
    }

    /** Tells whether an operation is under way. */
    public boolean busy() {
        return status.endsWith("_IN_PROGRESS") && !inReview();
    }
}
