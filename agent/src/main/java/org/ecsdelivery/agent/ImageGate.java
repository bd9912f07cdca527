package org.ecsdelivery.agent;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import org.ecsdelivery.common.settings.BuildStatistic;
import org.ecsdelivery.common.settings.FindingSeverity;
import org.ecsdelivery.common.settings.ImageScan;
import org.ecsdelivery.common.settings.ImageSettings;
import org.ecsdelivery.engine.deploy.DeployPorts;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.image.PushedImage;
import org.ecsdelivery.engine.report.ScanSummary;
import org.ecsdelivery.engine.scan.Finding;
import org.ecsdelivery.engine.scan.ScanGate;
import org.ecsdelivery.engine.scan.ScanPorts;
import org.ecsdelivery.engine.scan.ScanResult;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.Poller;

/** Has the findings of ECR's scan reported, where the step is told to, and stops an image that must not be deployed. */
final class ImageGate {
    private final Wiring wiring;
    private final StepLog log;
    private final ReportFiles files;
    private final ImageSoFar soFar;

    ImageGate(Wiring wiring, StepLog log, ReportFiles files, ImageSoFar soFar) {
        this.soFar = soFar;
        this.wiring = wiring;
        this.log = log;
        this.files = files;
    }

    /**
     * Returns the image that the push makes.
     *
     * @throws EngineException when its scan does not let it pass
     */
    PushedImage passed(ImageSettings settings, Outside outside, Cancellation cancellation, Supplier<PushedImage> push) {
        if (settings.scan().mode() == ImageScan.OFF) {
            return push.get();
        }
        ScanGate gate = gate(settings, outside, cancellation);
        List<Finding> known = gate.known(settings.targets().first());
        PushedImage image = push.get();
        ScanSummary summary = new ScanSummary(gate.run(image.pinned(), known));
        new BuildLogReporter(log, wiring.clock()).write(summary.lines());
        statistics(summary.result());
        files.publish(summary, log);
        summary.refusal().ifPresent(refusal -> {
            throw refusal;
        });
        return image;
    }

    private ScanGate gate(ImageSettings settings, Outside outside, Cancellation cancellation) {
        DeployPorts aws = outside.aws(log.masking());
        BuildLogReporter reporter = new BuildLogReporter(log, wiring.clock());
        return new ScanGate(
                new ScanPorts(outside.scans(), aws.registry(), aws.ecs()),
                settings.scan(),
                wiring.clock(),
                new Poller(wiring.clock(), wiring.pause(), cancellation),
                event -> {
                    reporter.on(event);
                    soFar.on(event);
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
