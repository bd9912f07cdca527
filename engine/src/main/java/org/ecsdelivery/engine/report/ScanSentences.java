package org.ecsdelivery.engine.report;

import java.util.List;
import org.ecsdelivery.engine.event.ScanEvent;
import org.ecsdelivery.engine.event.ScanEvent.LookFailed;
import org.ecsdelivery.engine.event.ScanEvent.ScanAsked;
import org.ecsdelivery.engine.event.ScanEvent.ScanSeen;
import org.ecsdelivery.engine.event.ScanEvent.Scanned;
import org.ecsdelivery.engine.report.Passage.Level;
import org.ecsdelivery.engine.report.Passage.Line;
import org.ecsdelivery.engine.report.Passage.Progress;

/** The sentences of the wait for a scan. */
final class ScanSentences {
    private ScanSentences() {}

    static List<Passage> of(ScanEvent event) {
        if (event instanceof ScanSeen seen) {
            String words = seen.reported().isEmpty() ? "" : " (" + seen.reported() + ")";
            return List.of(new Progress("Scan of " + seen.image() + ": " + seen.status() + words + "."));
        }
        if (event instanceof LookFailed failed) {
            return List.of(new Line(
                    Level.WARNING,
                    failed.failure().getMessage() + " The next look is in " + Amount.of(failed.untilNext()) + "."));
        }
        if (event instanceof Scanned scanned) {
            return line("The scan of " + scanned.image() + " has "
                    + (scanned.findings() == 0 ? "no findings" : Amount.of(scanned.findings(), "finding")) + ", after "
                    + Amount.of(scanned.took()) + ".");
        }
        return line(((ScanAsked) event).how());
    }

    private static List<Passage> line(String text) {
        return List.of(new Line(Level.NORMAL, text));
    }
}
