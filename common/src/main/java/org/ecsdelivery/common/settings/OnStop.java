package org.ecsdelivery.common.settings;

/** What becomes of a deployment under way when its step is stopped, or out of time. */
public enum OnStop {
    /** It goes on in ECS. */
    LEAVE,
    /** ECS takes it back to what ran before. */
    ROLL_BACK,
    /** It goes on in ECS, and the step watches it for as long as TeamCity lets a stopped build. */
    WAIT
}
