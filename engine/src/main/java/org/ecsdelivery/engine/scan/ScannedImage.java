package org.ecsdelivery.engine.scan;

import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.value.ImageReference;

/**
 * What came of the scan of one image.
 *
 * @param image the image, by digest
 * @param platform its platform, where an index lists several
 * @param label what people tell it by
 * @param last what was seen last; not done where the time limit passed first
 * @param findings its findings, the gravest first
 */
public record ScannedImage(
        ImageReference image, Optional<String> platform, String label, ScanState last, List<JudgedFinding> findings) {
    /** Copies the list. */
    public ScannedImage {
        findings = List.copyOf(findings);
    }

    /** Tells whether its findings are known. */
    public boolean isScanned() {
        return last.progress() == ScanState.Progress.DONE;
    }

    /** Tells whether ECR cannot scan it. */
    public boolean isUnsupported() {
        return last.progress() == ScanState.Progress.UNSUPPORTED;
    }
}
