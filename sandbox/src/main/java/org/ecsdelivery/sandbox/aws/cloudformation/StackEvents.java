package org.ecsdelivery.sandbox.aws.cloudformation;

import java.util.UUID;
import org.ecsdelivery.sandbox.aws.simulation.Simulation;

/** Writes down what happens to a stack because of one request. */
final class StackEvents {
    private final StackRecord stack;
    private final Simulation simulation;
    private final String token;

    StackEvents(StackRecord stack, Simulation simulation, String token) {
        this.stack = stack;
        this.simulation = simulation;
        this.token = token;
    }

    void ofStack(String status, String reason) {
        stack.status = status;
        stack.reason = reason;
        add(stack.name, stack.id, "AWS::CloudFormation::Stack", status, reason);
    }

    void of(StackResource resource, String status, String reason) {
        resource.status = status;
        resource.reason = reason;
        add(resource.id, resource.physicalId(), resource.type, status, reason);
    }

    private void add(String logicalId, String physicalId, String type, String status, String reason) {
        stack.events.add(new StackEvent(
                UUID.randomUUID().toString(), simulation.now(), logicalId, physicalId, type, status, reason, token));
    }
}
