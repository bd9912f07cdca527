package org.ecsdelivery.engine.coverage.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.CoverageBaseline;
import org.ecsdelivery.common.settings.CoverageBaseline.Counted;
import org.ecsdelivery.common.settings.CoverageParameters;
import org.ecsdelivery.common.settings.CoverageSettings;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.UnreadableReport;
import org.ecsdelivery.engine.coverage.patch.ChangedLines;
import org.ecsdelivery.engine.coverage.patch.PatchCoverage;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.time.Cancellation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageResultTest {
    @TempDir
    Path checkout;

    private final Map<String, String> given = new HashMap<>();
    private Optional<CoverageBaseline> baseline = Optional.empty();
    private Optional<ChangedLines> changed = Optional.empty();

    @BeforeEach
    void twoShardsOfOneRun() throws Exception {
        Files.createDirectories(checkout.resolve("src"));
        Files.writeString(checkout.resolve("src/a.js"), "1\n2\n3\n4\n5\n");
        Files.writeString(checkout.resolve("src/gen.js"), "1\n");
        shard(
                "1.info",
                "SF:/app/src/a.js\nDA:1,1\nDA:2,0\nDA:3,0\nDA:4,0\nBRDA:1,0,0,1\nBRDA:1,0,1,0\nend_of_record\n");
        shard(
                "2.info",
                "SF:src/a.js\nDA:1,1\nDA:2,3\nDA:3,0\nDA:4,0\nend_of_record\nSF:src/gen.js\nDA:1,0\nend_of_record\n");
    }

    @Test
    void bringsShardsTogetherUnderThePathsOfTheCheckout() {
        given.put("coverage.exclude", "src/gen.js");

        assertThat(result().statistics())
                .containsExactly(
                        entry("CodeCoverageAbsLCovered", 2L),
                        entry("CodeCoverageAbsLTotal", 4L),
                        entry("CodeCoverageAbsRCovered", 1L),
                        entry("CodeCoverageAbsRTotal", 2L));
    }

    @Test
    void leavesOutWhatIsLeftOut() {
        assertThat(result().statistics()).containsEntry("CodeCoverageAbsLTotal", 5L);
    }

    @Test
    void saysWhatWasReadAndWhatCameOfIt() {
        baseline = baseline(1, 4);

        assertThat(result().lines())
                .containsExactly(
                        "Read 1.info (lcov).",
                        "Read 2.info (lcov).",
                        "Coverage of 2 files, compared with build 12:",
                        "  lines: 40.00 % (2 of 5), +15.0",
                        "  branches: 50.00 % (1 of 2)");
        assertThat(result().status()).isEqualTo("coverage 40.0 % (+15.0)");
    }

    @Test
    void saysTheShareAloneWithoutABaseline() {
        assertThat(result().status()).isEqualTo("coverage 40.0 %");
    }

    @Test
    void listsChangedLinesThatNoTestRuns() {
        changed =
                Optional.of(ChangedLines.of(Map.of("src/a.js", new int[] {1, 2, 3, 4, 5}, "README.md", new int[] {1})));

        assertThat(result().lines())
                .contains(
                        "Changed lines: 50.00 % (2 of 4); their branches: 50.00 % (1 of 2)",
                        "  src/a.js: not covered 3-4: covered in part 1");
        assertThat(result().warnings()).contains("No report tells of these changed files: README.md.");
        assertThat(result().statistics())
                .containsEntry("ecs-delivery.coverage.changedLinesCovered", 2L)
                .containsEntry("ecs-delivery.coverage.changedLinesTotal", 4L);
    }

    @Test
    void holdsTheChangedLinesAgainstTheirOwnDemand() {
        changed = Optional.of(ChangedLines.of(Map.of("src/a.js", new int[] {2, 3})));
        given.putAll(Map.of(
                "coverage.patch", "DIFF", "coverage.patchDiff", "x.diff", "coverage.minimums", "changed lines 90"));

        assertThat(result().shortfalls())
                .singleElement()
                .satisfies(one -> assertThat(one.text()).contains("changed lines is 50 % (1 of 2)"));
    }

    @Test
    void marksAPartialRunSoThatItBecomesNoBaseline() {
        given.putAll(Map.of("coverage.partial", "true", "coverage.minimums", "lines 100"));

        assertThat(result().statistics()).containsEntry("ecs-delivery.coverage.partial", 1L);
        assertThat(result().shortfalls()).isEmpty();
    }

    @Test
    void theDocumentCanBeTheBaselineOfTheNextBuild() throws Exception {
        Path file = Files.writeString(checkout.resolve("coverage.json"), result().json());

        assertThat(BaselineFile.read(file, "coverage.json"))
                .isEqualTo(new CoverageBaseline(
                        "coverage.json",
                        Map.of(
                                CoverageMetric.LINES, new Counted(2, 5),
                                CoverageMetric.BRANCHES, new Counted(1, 2))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"totals\":{\"lines\":{\"covered\":2,\"total\":1}}}",
                "{\"totals\":{\"lines\":{\"covered\":\"x\"}}}",
                "{\"totals\":",
                "{\"totals\":{\"lines\":{\"covered\":99999999999999999999,\"total\":1}}}"
            })
    void nothingElseIsABaseline(String text) throws Exception {
        Path file = Files.writeString(checkout.resolve("b.json"), text);

        assertThatThrownBy(() -> BaselineFile.read(file, "b.json"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("coverage.baselineFile");
    }

    @Test
    void namesTheSettingOfARuleThatIsNone() {
        given.put("coverage.paths", ".=>src");

        assertThatThrownBy(this::result)
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("Paths (coverage.paths): '.=>src' is no rule");
    }

    @Test
    void aReportThatCannotBeReadFailsAll() throws Exception {
        shard("2.info", "this is no report");

        assertThatThrownBy(this::result).isInstanceOf(UnreadableReport.class).hasMessageContaining("2.info");
    }

    private CoverageResult result() {
        CoverageSettings settings =
                ((Parsed.Valid<CoverageSettings>) CoverageParameters.parse(given, References.RESOLVED)).settings();
        ReadReports read = new CoverageReading(checkout, settings.search(), new Cancellation())
                .read(List.of(checkout.resolve("1.info"), checkout.resolve("2.info")));
        return new CoverageResult(
                settings, read, changed.map(lines -> PatchCoverage.of(read.report(), lines)), baseline);
    }

    private static Optional<CoverageBaseline> baseline(int covered, int total) {
        return Optional.of(new CoverageBaseline("build 12", Map.of(CoverageMetric.LINES, new Counted(covered, total))));
    }

    private void shard(String name, String text) throws Exception {
        Files.write(checkout.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
