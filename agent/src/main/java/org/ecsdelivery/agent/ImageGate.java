package org.ecsdelivery.agent;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import org.ecsdelivery.common.settings.BuildStatistic;
import org.ecsdelivery.common.settings.FindingSeverity;
import org.ecsdelivery.common.settings.ImageScan;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.image.PushGate;
import org.ecsdelivery.engine.report.ScanSummary;
import org.ecsdelivery.engine.scan.ScanGate;
import org.ecsdelivery.engine.scan.ScanResult;

/** Has the findings of ECR's scan reported, where the step is told to, and stops an image that must not be deployed. */
final class ImageGate implements PushGate {
    private final ScanGate gate;
    private final ImageScan mode;
    private final InstantSource clock;
    private final StepLog log;
    private final ReportFiles files;

    ImageGate(ScanGate gate, ImageScan mode, InstantSource clock, StepLog log, ReportFiles files) {
        this.gate = gate;
        this.mode = mode;
        this.clock = clock;
        this.log = log;
        this.files = files;
    }

    @Override
    public List<ImageReference> choose(List<ImageReference> repositories) {
        return mode == ImageScan.OFF ? List.of() : gate.choose(repositories);
    }

    @Override
    public boolean holdsTags() {
        return mode == ImageScan.GATE;
    }

    @Override
    public void pass(List<ImageReference> pinned) {
        ScanSummary summary = new ScanSummary(gate.run(pinned));
        new BuildLogReporter(log, clock).write(summary.lines());
        statistics(summary.result());
        files.publish(summary, log);
        summary.refusal().ifPresent(refusal -> {
            throw refusal;
        });
    }

    private void statistics(ScanResult result) {
        if (result.images().stream().noneMatch(each -> each.isScanned())) {
            return;
        }
        log.statistic(BuildStatistic.SCAN_CRITICAL.key(), number(result.count(FindingSeverity.CRITICAL)));
        log.statistic(BuildStatistic.SCAN_HIGH.key(), number(result.count(FindingSeverity.HIGH)));
        log.statistic(BuildStatistic.SCAN_MEDIUM.key(), number(result.count(FindingSeverity.MEDIUM)));
        log.statistic(BuildStatistic.SCAN_LOW.key(), number(result.count(FindingSeverity.LOW)));
        log.statistic(
                BuildStatistic.SCAN_COUNTING.key(), number(result.counted().size()));
        log.statistic(BuildStatistic.SCAN.key(), number(result.took().toMillis()));
    }

    private static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }
}
