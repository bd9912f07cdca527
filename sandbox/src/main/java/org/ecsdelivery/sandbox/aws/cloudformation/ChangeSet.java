package org.ecsdelivery.sandbox.aws.cloudformation;

import java.time.Instant;
import java.util.List;
import org.ecsdelivery.sandbox.aws.cloudformation.template.DescribedStack;
import org.ecsdelivery.sandbox.aws.cloudformation.template.Template;

/** What would become of a stack. */
final class ChangeSet {
    final String id;
    final String name;
    final Template template;
    final DescribedStack described;
    final List<Change> changes;
    final Instant createdAt;
    String status = "CREATE_COMPLETE";
    String reason = "";
    String executionStatus = "AVAILABLE";

    ChangeSet(
            String id,
            String name,
            Template template,
            DescribedStack described,
            List<Change> changes,
            Instant createdAt) {
        this.id = id;
        this.name = name;
        this.template = template;
        this.described = described;
        this.changes = changes;
        this.createdAt = createdAt;
    }

    void fail(String why) {
        status = "FAILED";
        reason = why;
        executionStatus = "UNAVAILABLE";
    }

    /**
     * What happens to one resource.
     *
     * @param action {@code Add}, {@code Modify} or {@code Remove}
     * @param replacement {@code True} or {@code False}; empty for what is not modified
     * @param policy what becomes of the one that is there; empty when it stays
     * @param properties the names of the properties that change
     */
    record Change(
            String action,
            String id,
            String physicalId,
            String type,
            String replacement,
            String policy,
            List<String> properties) {}
}
