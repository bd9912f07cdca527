package org.ecsdelivery.engine.ecs;

/**
 * A target as a target group knows it.
 *
 * @param id an IP address, IPv4 or IPv6, or an EC2 instance id
 * @param port the port
 */
public record Target(String id, int port) {
    @Override
    public String toString() {
        return (id.contains(":") ? "[" + id + "]" : id) + ":" + port;
    }
}
