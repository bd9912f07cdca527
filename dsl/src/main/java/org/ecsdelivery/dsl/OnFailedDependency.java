package org.ecsdelivery.dsl;

/** What becomes of a build when a dependency fails. */
public enum OnFailedDependency {
    /** It fails to start: the default. */
    FAIL_TO_START,
    /** It runs all the same. */
    IGNORE,
    /** It runs and gets a build problem. */
    ADD_PROBLEM,
    /** It is cancelled. */
    CANCEL
}
