package org.ecsdelivery.engine.stack;

import java.util.List;

/**
 * A change set.
 *
 * @param id its ARN
 * @param stackId the ARN of its stack
 * @param status as in {@code CREATE_COMPLETE}
 * @param execution as in {@code AVAILABLE} or {@code OBSOLETE}
 * @param reason why it failed; empty when it did not
 * @param changes what it does
 */
public record ChangeSetState(
        String id, String stackId, String status, String execution, String reason, List<StackChange> changes) {
    /** Copies the changes. */
    public ChangeSetState {
        changes = List.copyOf(changes);
    }

    boolean ready() {
        return status.equals("CREATE_COMPLETE") || status.equals("FAILED");
    }

    boolean failed() {
        return status.equals("FAILED");
    }

    /** CloudFormation has no status of its own for it (API reference, DescribeChangeSet, StatusReason). */
    boolean changesNothing() {
        return failed()
                && (reason.contains("didn't contain changes") || reason.contains("No updates are to be performed"));
    }
}
