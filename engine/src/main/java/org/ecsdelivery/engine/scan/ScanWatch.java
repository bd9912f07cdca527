package org.ecsdelivery.engine.scan;

import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.ScanEvent;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.scan.ScanState.Progress;

/** Looks at the scan of one image until it has ended, and asks for one where there is none. */
final class ScanWatch {
    private final ImageScans scans;
    private final EngineListener listener;
    private final ImageReference image;
    private final String label;
    private boolean asked;
    private ScanState last = ScanState.of(Progress.MISSING, "no scan", "");

    ScanWatch(ImageScans scans, EngineListener listener, ImageReference image, String label) {
        this.scans = scans;
        this.listener = listener;
        this.image = image;
        this.label = label;
    }

    /** Looks once, unless it is over. */
    boolean isOver() {
        if (!last.progress().isLast()) {
            look();
        }
        return last.progress().isLast();
    }

    private void look() {
        ScanState now = scans.look(image);
        if (now.progress() == Progress.MISSING && !asked) {
            now = ask(now);
            asked = true;
        }
        if (!now.status().equals(last.status())) {
            listener.on(new ScanEvent.ScanSeen(label, now.status(), now.reported()));
        }
        last = now;
    }

    private ScanState ask(ScanState now) {
        try {
            return switch (scans.start(image)) {
                case STARTED -> told(now, "Nothing scans " + label + " by itself: its scan was started.");
                case ONE_A_DAY -> told(now, "A scan of " + label + " was started before; it is waited for.");
                case NOT_ON_DEMAND ->
                    told(now, "The registry scans " + label + " by itself (enhanced scanning); that is waited for.");
                case OFF ->
                    ScanState.of(
                            Progress.FAILED,
                            "no scan",
                            "scanning is off there: no filter of the registry's enhanced scanning is for this repository");
                case UNSUPPORTED ->
                    ScanState.of(Progress.UNSUPPORTED, "UNSUPPORTED_IMAGE", "ECR does not scan images of this type");
            };
        } catch (AccessDenied denied) {
            listener.on(new EngineEvent.Warned("No scan of " + label
                    + " could be started; it is waited for one that somebody else starts. " + denied.getMessage()));
            return now;
        }
    }

    private ScanState told(ScanState now, String how) {
        listener.on(new ScanEvent.ScanAsked(label, how));
        return now;
    }

    ScanState last() {
        return last;
    }
}
