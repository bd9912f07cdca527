package org.ecsdelivery.common.settings;

/** What becomes of the findings of ECR's scan. */
public enum ImageScan {
    /** Nobody waits for a scan. */
    OFF,
    /** They are reported. */
    REPORT,
    /** They are reported, and the step fails when any of them counts. */
    GATE
}
