package org.ecsdelivery.dsl;

/** What a clean-up removes of older builds. */
public enum CleanupLevel {
    /** Their artifacts. */
    ARTIFACTS,
    /** The builds, but not their statistics. */
    HISTORY_ENTRY,
    /** All of them. */
    EVERYTHING
}
