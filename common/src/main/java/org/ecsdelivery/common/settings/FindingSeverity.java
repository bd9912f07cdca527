package org.ecsdelivery.common.settings;

/** How grave a finding of a scan is, the gravest first (Amazon ECR API reference, FindingSeverity). */
public enum FindingSeverity {
    /** Critical. */
    CRITICAL,
    /** High. */
    HIGH,
    /** Medium. */
    MEDIUM,
    /** Low. */
    LOW,
    /** Worth knowing only. */
    INFORMATIONAL,
    /** Nobody has judged it yet. */
    UNDEFINED;

    /** Tells whether a finding of this severity is as grave as that, or graver. */
    public boolean isAtLeast(FindingSeverity that) {
        return compareTo(that) <= 0;
    }
}
