package org.ecsdelivery.engine.scan;

import java.util.List;

/**
 * The scan of one image at one moment.
 *
 * @param progress where it is
 * @param status ECR's own word for it
 * @param reported what ECR says to it, or empty
 * @param findings what it found; none before it is done
 */
public record ScanState(Progress progress, String status, String reported, List<Finding> findings) {
    /** Copies the list. */
    public ScanState {
        findings = List.copyOf(findings);
    }

    /** Returns the state of a scan without findings. */
    public static ScanState of(Progress progress, String status, String reported) {
        return new ScanState(progress, status, reported, List.of());
    }

    /** Where a scan is. */
    public enum Progress {
        /** There is none. */
        MISSING,
        /** It goes on. */
        RUNNING,
        /** Its findings are there. */
        DONE,
        /** ECR cannot scan the image. */
        UNSUPPORTED,
        /** It will have no findings. */
        FAILED;

        /** Tells whether it stays as it is. */
        boolean isLast() {
            return this == DONE || this == UNSUPPORTED || this == FAILED;
        }
    }
}
