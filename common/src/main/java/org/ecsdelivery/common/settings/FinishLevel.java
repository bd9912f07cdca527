package org.ecsdelivery.common.settings;

/** How far a deployment must have come for the step to end in success. Each level includes the ones before it. */
public enum FinishLevel {
    /** The new tasks serve: as many as desired are running and healthy in every target group. */
    LIVE,
    /** ECS says that the deployment completed. */
    DEPLOYED,
    /** No target of an old task is left in a target group: every open connection had its time. */
    DRAINED,
    /** Every old task is stopped. */
    STOPPED;

    /** Tells whether this level asks for at least the other one. */
    public boolean includes(FinishLevel other) {
        return compareTo(other) >= 0;
    }
}
