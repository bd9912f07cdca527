package org.ecsdelivery.sandbox.aws.elb;

/** A target inside a target group: IP address or instance id, and port. */
public record TargetId(String id, int port) {
    @Override
    public String toString() {
        return id + ":" + port;
    }
}
