package org.ecsdelivery.engine.coverage.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.read.Reading;
import org.junit.jupiter.api.Test;

class PatchCoverageTest {
    private final CoverageReport report = Reading.text(
            "SF:a.c\nDA:1,1\nDA:2,0\nDA:3,4\nDA:9,1\n" + "BRDA:3,0,0,4\nBRDA:3,0,1,0\nBRDA:9,0,0,0\nend_of_record\n");

    @Test
    void countsTheChangedLinesThatHoldCodeAndTheirBranches() {
        PatchCoverage patch = PatchCoverage.of(report, ChangedLines.of(Map.of("a.c", new int[] {3, 2, 5, 2})));
        assertThat(patch.files())
                .containsExactly(new PatchFile("a.c", new Count(1, 2), new Count(1, 2), List.of(2), List.of(3)));
        assertThat(patch.totals().of(CoverageMetric.LINES)).isEqualTo(new Count(1, 2));
        assertThat(patch.totals().of(CoverageMetric.BRANCHES)).isEqualTo(new Count(1, 2));
    }

    @Test
    void namesTheChangedFilesThatNothingMeasured() {
        PatchCoverage patch = PatchCoverage.of(report, ChangedLines.of(Map.of("README.md", new int[] {1})));
        assertThat(patch.unmeasured()).containsExactly("README.md");
        assertThat(patch.totals().isEmpty()).isTrue();
    }
}
