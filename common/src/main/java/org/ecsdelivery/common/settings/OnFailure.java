package org.ecsdelivery.common.settings;

/** What becomes of the other services of a step when one is not deployed. */
public enum OnFailure {
    /** Those not begun are not begun; those deployed stay as they are. */
    STOP,
    /** Those not begun are not begun; those deployed go back to the revision that each ran before. */
    ROLL_BACK_SET
}
