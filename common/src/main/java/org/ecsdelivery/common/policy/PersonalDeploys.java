package org.ecsdelivery.common.policy;

/** What personal builds may deploy to. */
public enum PersonalDeploys {
    /** Nothing. */
    NOTHING,
    /** Services that no policy protects. */
    UNPROTECTED
}
