package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** A service's settings at one time, with the task definition they go with. */
record ServiceRevision(
        String arn, TaskDefinition definition, ObjectNode settings, Instant createdAt, boolean alternate) {
    /** The target group that the tasks of this revision belong to: blue and green swap the two of a load balancer. */
    String group(JsonNode balancer) {
        String other =
                balancer.at("/advancedConfiguration/alternateTargetGroupArn").asText();
        return alternate && !other.isEmpty()
                ? other
                : balancer.path("targetGroupArn").asText();
    }
}
