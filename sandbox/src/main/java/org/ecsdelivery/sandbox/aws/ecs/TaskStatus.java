package org.ecsdelivery.sandbox.aws.ecs;

/** The last status of a task, in the order of its life. */
enum TaskStatus {
    PROVISIONING,
    PENDING,
    ACTIVATING,
    RUNNING,
    DEACTIVATING,
    STOPPING,
    DEPROVISIONING,
    STOPPED;

    boolean pending() {
        return compareTo(RUNNING) < 0;
    }

    /** ECS counts a task as running until it gets SIGTERM: a draining one is still counted. */
    boolean running() {
        return this == RUNNING || this == DEACTIVATING;
    }
}
