package org.ecsdelivery.engine.scan;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.ImageScan;
import org.ecsdelivery.common.settings.ScanParameters;
import org.ecsdelivery.common.settings.ScanSettings;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.event.EngineEvent.Phase;
import org.ecsdelivery.engine.event.EngineEvent.PhaseFinished;
import org.ecsdelivery.engine.event.EngineEvent.PhaseStarted;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.ScanEvent;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
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
    private final Map<String, ScanTarget> targets = new LinkedHashMap<>();
    private final List<ImageReference> notScanned = new ArrayList<>();

    /** Makes the gate of one step. */
    public ScanGate(
            ScanPorts ports, ScanSettings settings, InstantSource clock, Poller poller, EngineListener listener) {
        this.ports = ports;
        this.settings = settings;
        this.clock = clock;
        this.poller = poller;
        this.listener = listener;
    }

    /**
     * A registry whose scan is waited for.
     *
     * @param desk the registry
     * @param known findings that do not count there
     */
    private record ScanTarget(ScanDesk desk, List<Finding> known) {}

    /** One image whose scan is waited for, and its registry. */
    private record Watched(One image, ScanWatch watch, ScanTarget target) {}

    /**
     * Chooses the repositories whose images ECR scans, and looks up what is known already there: before the push, which may move the tag
     * of the image to compare with.
     *
     * @param repositories host and repository of each
     * @throws EngineException when there is none, and the image must not go on without a scan
     */
    public List<ImageReference> choose(List<ImageReference> repositories) {
        List<ImageReference> chosen = new ArrayList<>();
        for (ImageReference repository : repositories) {
            Optional<ScanDesk> desk = ports.desk(repository.host().orElseThrow());
            desk.ifPresent(found -> targets.put(repository.name(), new ScanTarget(found, known(found, repository))));
            (desk.isPresent() ? chosen : notScanned).add(repository);
        }
        if (chosen.isEmpty() && settings.mode() == ImageScan.GATE) {
            throw new EngineException(
                    FailureKind.SCAN_UNAVAILABLE,
                    "ECR scans what is in none of " + repositories,
                    "",
                    "Push to a private repository of ECR too, or switch " + ScanParameters.SCAN.label() + " ("
                            + ScanParameters.SCAN.name() + ") off.");
        }
        return chosen;
    }

    private List<Finding> known(ScanDesk desk, ImageReference repository) {
        return settings.baseline()
                .map(baseline -> new Baseline(desk, ports.ecs(), listener).findings(baseline, repository))
                .orElseGet(List::of);
    }

    /**
     * Waits for the scans, all at once.
     *
     * @param pinned the image or index by digest, in each repository that was chosen
     * @throws EngineException when ECR does not let anybody look
     * @throws Cancelled when the work was cancelled
     */
    public ScanResult run(List<ImageReference> pinned) {
        listener.on(new PhaseStarted(Phase.SCAN));
        try {
            return scanned(pinned);
        } finally {
            listener.on(new PhaseFinished(Phase.SCAN));
        }
    }

    private ScanResult scanned(List<ImageReference> pinned) {
        Instant begin = clock.instant();
        List<Watched> all = pinned.stream()
                .flatMap(each -> watched(each, pinned.size() > 1))
                .toList();
        poller.until(
                begin.plus(settings.timeout()),
                new ScanRound(all.stream().map(Watched::watch).toList(), listener));
        Duration took = Duration.between(begin, clock.instant());
        LocalDate today = LocalDate.ofInstant(begin, ZoneOffset.UTC);
        List<ScannedImage> scanned =
                all.stream().map(each -> judged(each, today, took)).toList();
        return new ScanResult(pinned, notScanned, settings, scanned, today, took);
    }

    private Stream<Watched> watched(ImageReference pinned, boolean amongOthers) {
        ScanTarget target = Objects.requireNonNull(targets.get(pinned.name()), pinned.name());
        return new ScannableImages(target.desk().registry(), amongOthers)
                .of(pinned).stream()
                        .map(each -> new Watched(
                                each,
                                new ScanWatch(target.desk().scans(), listener, each.image(), each.label()),
                                target));
    }

    private ScannedImage judged(Watched watched, LocalDate today, Duration took) {
        Judgement judgement = new Judgement(settings, today, watched.target().known());
        ScanState last = watched.watch().last();
        ScannedImage image = new ScannedImage(
                watched.image().image(),
                watched.image().platform(),
                watched.image().label(),
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
