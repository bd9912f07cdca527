package org.ecsdelivery.sandbox.aws.elb;

import java.time.Duration;

/**
 * What a target group is made from.
 *
 * @param name name of the group
 * @param protocol as in {@code HTTP}
 * @param port default port of its targets
 * @param targetType {@code ip} or {@code instance}
 * @param healthCheckPath path the health checks ask for
 * @param healthCheckInterval time between two health checks
 * @param healthyThreshold passed checks that make a target healthy
 * @param unhealthyThreshold failed checks that make a target unhealthy
 * @param deregistrationDelay how long a target drains
 * @param ipAddressType {@code ipv4} or {@code ipv6}
 */
public record TargetGroupSpec(
        String name,
        String protocol,
        int port,
        String targetType,
        String healthCheckPath,
        Duration healthCheckInterval,
        int healthyThreshold,
        int unhealthyThreshold,
        Duration deregistrationDelay,
        String ipAddressType) {

    /** Makes a group of IP targets with short health checks (5 s, 2 and 2) and the delay AWS sets: 300 s. */
    public static TargetGroupSpec named(String name) {
        return new TargetGroupSpec(
                name, "HTTP", 80, "ip", "/", Duration.ofSeconds(5), 2, 2, Duration.ofSeconds(300), "ipv4");
    }

    /** Changes how long a target drains. */
    public TargetGroupSpec withDeregistrationDelay(Duration delay) {
        return copy(protocol, targetType, delay, ipAddressType);
    }

    /** Changes whether targets are {@code ip} or {@code instance}. */
    public TargetGroupSpec withTargetType(String type) {
        return copy(protocol, type, deregistrationDelay, ipAddressType);
    }

    /** Puts a Network Load Balancer in front, with {@code TCP}. */
    public TargetGroupSpec ofNetworkLoadBalancer() {
        return copy("TCP", targetType, deregistrationDelay, ipAddressType);
    }

    /** Registers IPv6 addresses. */
    public TargetGroupSpec withIpv6() {
        return copy(protocol, targetType, deregistrationDelay, "ipv6");
    }

    private TargetGroupSpec copy(String otherProtocol, String type, Duration delay, String addresses) {
        return new TargetGroupSpec(
                name,
                otherProtocol,
                port,
                type,
                healthCheckPath,
                healthCheckInterval,
                healthyThreshold,
                unhealthyThreshold,
                delay,
                addresses);
    }

    /** Changes the health checks: time between two, and how many make a target healthy or unhealthy. */
    public TargetGroupSpec withHealthChecks(Duration interval, int healthy, int unhealthy) {
        return new TargetGroupSpec(
                name,
                protocol,
                port,
                targetType,
                healthCheckPath,
                interval,
                healthy,
                unhealthy,
                deregistrationDelay,
                ipAddressType);
    }

    /** Answers whether a Network Load Balancer is in front. */
    boolean network() {
        return !protocol.startsWith("HTTP");
    }

    boolean ipv6() {
        return ipAddressType.equals("ipv6");
    }
}
