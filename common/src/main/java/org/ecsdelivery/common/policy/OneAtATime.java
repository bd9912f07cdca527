package org.ecsdelivery.common.policy;

/** What becomes of a build that would deploy to a service to which another build is deploying; each is stricter than the one before. */
public enum OneAtATime {
    /** Both deploy. */
    OFF,
    /** The older build is stopped, and the younger one waits for its end. */
    CANCEL_OLDER,
    /** The younger build waits in the queue. */
    QUEUE,
    /** The younger build fails. */
    REFUSE
}
