package org.ecsdelivery.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.sandbox.teamcity.BuildResult;
import org.ecsdelivery.sandbox.teamcity.BuildResult.Outcome;
import org.junit.jupiter.api.Test;

class CoverageLinesTest {
    private static final Path ARTIFACTS = Path.of("artifacts");

    @Test
    void showsTheSharesAndWhereThePagesAre() {
        BuildResult result = result(
                Map.of(
                        "CodeCoverageAbsLCovered", new BigDecimal(21),
                        "CodeCoverageAbsLTotal", new BigDecimal(23),
                        "CodeCoverageAbsRCovered", new BigDecimal(11),
                        "CodeCoverageAbsRTotal", new BigDecimal(16)),
                "coverage.zip");

        assertThat(CoverageLines.of(result))
                .containsExactly(
                        entry("coverage", "91.3 % of lines (21 of 23), 68.8 % of branches (11 of 16)"),
                        entry("pages", ARTIFACTS.resolve("coverage.zip").toString()));
    }

    @Test
    void leavesOutAMetricWithoutATotal() {
        BuildResult result = result(
                Map.of("CodeCoverageAbsLCovered", new BigDecimal(1), "CodeCoverageAbsLTotal", new BigDecimal(1)));

        assertThat(CoverageLines.of(result)).containsExactly(entry("coverage", "100.0 % of lines (1 of 1)"));
    }

    @Test
    void showsNothingOfABuildWithoutCoverage() {
        assertThat(CoverageLines.of(result(Map.of()))).isEmpty();
    }

    private static BuildResult result(Map<String, BigDecimal> statistics, String... artifacts) {
        return new BuildResult(
                Outcome.SUCCESS,
                "42",
                "Success",
                List.of(),
                List.of(),
                statistics,
                Map.of(),
                ARTIFACTS,
                List.of(artifacts),
                List.of(),
                Duration.ZERO);
    }
}
