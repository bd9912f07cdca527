package org.ecsdelivery.common.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What shall become of the findings of ECR's scan of an image.
 *
 * @param mode whether anybody waits for them, and whether the step may fail for them
 * @param failOn the least severity that counts
 * @param onlyFixable whether findings without a fix do not count
 * @param ignored findings that do not count for a while
 * @param baseline the image whose findings do not count
 * @param unscannablePasses whether an image that ECR cannot scan passes
 * @param timeout how long to wait for the scan
 */
public record ScanSettings(
        ImageScan mode,
        FindingSeverity failOn,
        boolean onlyFixable,
        List<IgnoredFinding> ignored,
        Optional<ScanBaseline> baseline,
        boolean unscannablePasses,
        Duration timeout) {
    /** Copies the list. */
    public ScanSettings {
        ignored = List.copyOf(ignored);
    }
}
