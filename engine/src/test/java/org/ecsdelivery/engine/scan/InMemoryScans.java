package org.ecsdelivery.engine.scan;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.scan.ScanState.Progress;

/** Scans that live and end with the test: each takes a minute of virtual time from when somebody starts it. */
public class InMemoryScans implements ImageScans {
    private static final Duration TAKES = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<ImageDigest, Instant> started = new HashMap<>();
    private final Map<ImageDigest, ScanState> ends = new HashMap<>();
    private final List<Finding> everywhere = new ArrayList<>();
    private final List<ImageReference> asked = new ArrayList<>();
    private Answer answer = Answer.STARTED;
    private ScanState end = ScanState.of(Progress.DONE, "COMPLETE", "");

    /** Makes scans that find nothing. */
    public InMemoryScans(InstantSource clock) {
        this.clock = clock;
    }

    /** Has every scan find these. */
    public InMemoryScans finding(Finding... findings) {
        everywhere.addAll(List.of(findings));
        return this;
    }

    /** Has the scan of one image find these, and has it ended already. */
    public InMemoryScans findingIn(ImageDigest image, Finding... findings) {
        ends.put(image, new ScanState(Progress.DONE, "COMPLETE", "", List.of(findings)));
        started.put(image, Instant.EPOCH);
        return this;
    }

    /** Has every scan end without findings. */
    public InMemoryScans ending(Progress progress, String status, String reported) {
        end = ScanState.of(progress, status, reported);
        return this;
    }

    /** Has ECR answer so to everybody who asks for a scan. */
    public InMemoryScans answering(Answer other) {
        answer = other;
        return this;
    }

    /** Has the scan of an image begin by itself now. */
    public void begin(ImageDigest image) {
        started.put(image, clock.instant());
    }

    /** Returns the images whose scan was asked for. */
    public List<ImageReference> asked() {
        return List.copyOf(asked);
    }

    @Override
    public ScanState look(ImageReference pinnedImage) {
        ImageDigest digest = pinnedImage.digest().orElseThrow();
        Instant begin = started.get(digest);
        if (begin == null) {
            return ScanState.of(Progress.MISSING, "no scan", "");
        }
        if (clock.instant().isBefore(begin.plus(TAKES))) {
            return ScanState.of(Progress.RUNNING, "IN_PROGRESS", "");
        }
        return ends.getOrDefault(
                digest,
                end.progress() == Progress.DONE ? new ScanState(Progress.DONE, end.status(), "", everywhere) : end);
    }

    @Override
    public Answer start(ImageReference pinnedImage) {
        asked.add(pinnedImage);
        if (started.containsKey(pinnedImage.digest().orElseThrow())) {
            return Answer.ONE_A_DAY;
        }
        if (answer == Answer.STARTED) {
            begin(pinnedImage.digest().orElseThrow());
        }
        return answer;
    }
}
