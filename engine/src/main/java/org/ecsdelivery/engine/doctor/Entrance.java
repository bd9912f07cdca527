package org.ecsdelivery.engine.doctor;

import java.util.List;

/**
 * The way from a load balancer to the tasks of a service.
 *
 * @param targetGroup name of the target group
 * @param routes the listeners and listener rules that send requests to it, such as {@code HTTPS:443 rule 10}
 * @param reach who may reach the tasks
 */
public record Entrance(String targetGroup, List<String> routes, Seen<Reach> reach) {
    /** Copies the routes. */
    public Entrance {
        routes = List.copyOf(routes);
    }

    /**
     * Who may reach the tasks.
     *
     * @param loadBalancer ids of the security groups of the load balancer; none when it has none, and its requests come from its own addresses
     * @param tasks ids of the security groups of the tasks, or of their instances
     * @param allowed what those let in
     * @param from the first port that tasks listen on
     * @param to the last one
     */
    public record Reach(List<String> loadBalancer, List<String> tasks, List<Allowed> allowed, int from, int to) {
        /** Copies the lists. */
        public Reach {
            loadBalancer = List.copyOf(loadBalancer);
            tasks = List.copyOf(tasks);
            allowed = List.copyOf(allowed);
        }

        /** Tells whether requests of the load balancer get in; of address ranges it is not known whether the load balancer has one. */
        boolean isOpen() {
            return allowed.stream()
                    .filter(each -> each.from() <= from && each.to() >= to)
                    .anyMatch(each -> !each.source().startsWith("sg-")
                            || loadBalancer.isEmpty()
                            || loadBalancer.contains(each.source()));
        }

        String ports() {
            return from == to ? "port " + from : "ports " + from + "-" + to;
        }
    }

    /**
     * An entry of a security group for TCP.
     *
     * @param from the first port
     * @param to the last port
     * @param source id of a security group, an address range or a prefix list
     */
    public record Allowed(int from, int to, String source) {
        @Override
        public String toString() {
            return (from == to ? from : from + "-" + to) + " from " + source;
        }
    }
}
