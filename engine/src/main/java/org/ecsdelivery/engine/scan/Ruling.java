package org.ecsdelivery.engine.scan;

/** Whether a finding counts, and why not. */
public enum Ruling {
    /** It counts. */
    COUNTS,
    /** It is not grave enough. */
    NOT_GRAVE,
    /** Nothing mends it yet. */
    NO_FIX,
    /** The settings of the step ignore it for a while. */
    IGNORED,
    /** The image to compare with has it too. */
    KNOWN,
    /** A rule of Amazon Inspector suppresses it. */
    SUPPRESSED
}
