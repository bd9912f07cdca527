package org.ecsdelivery.engine.event;

/** The rungs of the ladder that an old task climbs down. */
public enum Rung {
    /** It takes requests. */
    SERVING,
    /** ECS has decided to stop it; it may still take requests. */
    SELECTED,
    /** Its target is deregistered; open connections may end in peace. */
    DRAINING,
    /** Its target is out of every target group. */
    DRAINED,
    /** Its containers were told to end. */
    STOPPING,
    /** It is gone. */
    STOPPED
}
