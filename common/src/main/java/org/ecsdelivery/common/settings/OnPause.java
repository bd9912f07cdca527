package org.ecsdelivery.common.settings;

/** What the step does when ECS waits for somebody at a pause hook of the service. */
public enum OnPause {
    /** Nothing: somebody else decides. */
    WAIT,
    /** It has ECS go on. */
    CONTINUE,
    /** It has ECS take the deployment back to what ran before. */
    ROLL_BACK
}
