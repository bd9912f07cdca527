package org.ecsdelivery.engine.ecs;

/** Where a task is in its life, in order (ECS developer guide, "Amazon ECS task lifecycle"). */
public enum TaskStatus {
    /** Resources such as the network interface are being made. */
    PROVISIONING,
    /** It waits for its containers to start. */
    PENDING,
    /** It is being registered with its target groups. */
    ACTIVATING,
    /** It runs. */
    RUNNING,
    /** It is being taken out of its target groups; its containers still run. */
    DEACTIVATING,
    /** Its containers were told to end. */
    STOPPING,
    /** Its resources are being given back. */
    DEPROVISIONING,
    /** It is gone. */
    STOPPED,
    /** A word that is new to us. */
    UNKNOWN;

    /** Tells whether the task is at this place or further. */
    public boolean hasReached(TaskStatus place) {
        return this != UNKNOWN && compareTo(place) >= 0;
    }
}
