package org.ecsdelivery.engine.stack;

import java.util.List;

/**
 * A resource that is not what its stack says.
 *
 * @param resource its logical id
 * @param type as in {@code AWS::ECS::Service}
 * @param status {@code MODIFIED} or {@code DELETED}
 * @param differences what differs
 */
public record ResourceDrift(String resource, String type, String status, List<Difference> differences) {
    /** Copies the differences. */
    public ResourceDrift {
        differences = List.copyOf(differences);
    }

    /**
     * A property that differs.
     *
     * @param path as in {@code /DesiredCount}
     * @param expected what the stack says
     * @param actual what is there
     */
    public record Difference(String path, String expected, String actual) {}
}
