package org.ecsdelivery.engine.scan;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ecsdelivery.common.settings.ScanSettings;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.event.EngineEvent.Phase;
import org.ecsdelivery.engine.event.EngineEvent.PhaseFinished;
import org.ecsdelivery.engine.event.EngineEvent.PhaseStarted;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.ScanEvent;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.scan.ScannableImages.One;
import org.ecsdelivery.engine.time.Poller;

/** Waits for ECR's scan of a pushed image and judges the findings. */
public final class ScanGate {
    private static final Comparator<JudgedFinding> GRAVEST_FIRST = Comparator.comparing(
                    (JudgedFinding each) -> each.finding().severity())
            .thenComparing(each -> each.finding().name())
            .thenComparing(each -> each.finding().component().toString());

    private final ScanPorts ports;
    private final ScanSettings settings;
    private final InstantSource clock;
    private final Poller poller;
    private final EngineListener listener;

    /** Makes the gate of one step. */
    public ScanGate(
            ScanPorts ports, ScanSettings settings, InstantSource clock, Poller poller, EngineListener listener) {
        this.ports = ports;
        this.settings = settings;
        this.clock = clock;
        this.poller = poller;
        this.listener = listener;
    }

    /** Looks up what is known already; before the push, which may move the tag of the image to compare with. */
    public List<Finding> known(ImageReference repository) {
        return settings.baseline()
                .map(baseline -> new Baseline(ports, listener).findings(baseline, repository))
                .orElseGet(List::of);
    }

    /**
     * Waits for the scan.
     *
     * @param pinned the image or index, by digest
     * @param known findings that do not count
     * @throws EngineException when ECR does not let anybody look
     * @throws Cancelled when the work was cancelled
     */
    public ScanResult run(ImageReference pinned, List<Finding> known) {
        listener.on(new PhaseStarted(Phase.SCAN));
        try {
            return scanned(pinned, known);
        } finally {
            listener.on(new PhaseFinished(Phase.SCAN));
        }
    }

    private ScanResult scanned(ImageReference pinned, List<Finding> known) {
        Instant begin = clock.instant();
        List<One> images = new ScannableImages(ports.registry()).of(pinned);
        List<ScanWatch> watches = images.stream()
                .map(each -> new ScanWatch(ports.scans(), listener, each.image(), each.label()))
                .toList();
        poller.until(begin.plus(settings.timeout()), new ScanRound(watches, listener));
        Duration took = Duration.between(begin, clock.instant());
        LocalDate today = LocalDate.ofInstant(begin, ZoneOffset.UTC);
        Judgement judgement = new Judgement(settings, today, known);
        List<ScannedImage> scanned = IntStream.range(0, images.size())
                .mapToObj(at -> judged(images.get(at), watches.get(at).last(), judgement, took))
                .toList();
        return new ScanResult(pinned, settings, scanned, today, took);
    }

    private ScannedImage judged(One one, ScanState last, Judgement judgement, Duration took) {
        ScannedImage image = new ScannedImage(
                one.image(),
                one.platform(),
                last,
                last.findings().stream()
                        .map(judgement::of)
                        .sorted(GRAVEST_FIRST)
                        .toList());
        if (image.isScanned()) {
            listener.on(new ScanEvent.Scanned(image.label(), image.findings().size(), took));
        }
        return image;
    }
}
