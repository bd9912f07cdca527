package org.ecsdelivery.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.ecsdelivery.common.settings.FindingSeverity;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.scan.Finding.Component;
import org.ecsdelivery.engine.scan.ImageScans.Answer;
import org.ecsdelivery.engine.scan.ScanState.Progress;
import org.junit.jupiter.api.Test;

/** What the engine relies on in every {@link ImageScans}, the one in memory and the one over the wire. */
public abstract class ImageScansContract {
    /** Returns the adapter under test. */
    protected abstract ImageScans scans();

    /** Returns an image that nobody has begun to scan, and that has one CRITICAL finding CVE-2026-1 in openssl 3.0.1. */
    protected abstract ImageReference pushed();

    /** Lets time pass. */
    protected abstract void pass(Duration time);

    @Test
    void findsNoScanWhereNobodyBeganOne() {
        assertThat(scans().look(pushed()).progress()).isEqualTo(Progress.MISSING);
    }

    @Test
    void startsAScanThatGoesOn() {
        ImageReference image = pushed();
        assertThat(scans().start(image)).isEqualTo(Answer.STARTED);
        assertThat(scans().look(image).progress()).isEqualTo(Progress.RUNNING);
        assertThat(scans().look(image).status()).isEqualTo("IN_PROGRESS");
        assertThat(scans().look(image).findings()).isEmpty();
    }

    @Test
    void tellsWhatAScanFoundOnceItIsDone() {
        ImageReference image = pushed();
        scans().start(image);
        pass(Duration.ofMinutes(2));
        ScanState state = scans().look(image);
        assertThat(state.progress()).isEqualTo(Progress.DONE);
        assertThat(state.status()).isEqualTo("COMPLETE");
        assertThat(state.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.name()).isEqualTo("CVE-2026-1");
            assertThat(finding.severity()).isEqualTo(FindingSeverity.CRITICAL);
            assertThat(finding.component()).isEqualTo(new Component("openssl", "3.0.1"));
            assertThat(finding.fix().available()).isEmpty();
            assertThat(finding.suppressed()).isFalse();
        });
    }

    @Test
    void startsNoSecondScanOnOneDay() {
        ImageReference image = pushed();
        scans().start(image);
        assertThat(scans().start(image)).isEqualTo(Answer.ONE_A_DAY);
    }
}
