package org.ecsdelivery.common.settings;

/** Which changes of a stack the setup step carries out by itself. */
public enum SetupApply {
    /** None: it shows them, and keeps them so that a build that somebody approves can carry out just these. */
    SHOW,
    /** Those that replace and delete nothing. */
    SAFE,
    /** All. */
    ALL
}
