package org.ecsdelivery.engine.coverage.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.settings.CoverageBaseline;
import org.ecsdelivery.common.settings.CoverageBaseline.Counted;
import org.ecsdelivery.common.settings.CoverageGate;
import org.ecsdelivery.common.settings.CoverageGate.Minimum;
import org.ecsdelivery.common.settings.CoverageGate.Ratchet;
import org.ecsdelivery.common.settings.CoverageGate.Scope;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.common.value.Percent;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.CoverageCollector;
import org.ecsdelivery.engine.coverage.FileCoverageBuilder;
import org.ecsdelivery.engine.coverage.Limits;
import org.ecsdelivery.engine.coverage.Repeats;
import org.ecsdelivery.engine.coverage.Totals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
    private static final Part UNCHANGED = new Part(List.of());

    private final CoverageCollector collector = new CoverageCollector();

    @Test
    void letsPassWhatReachesTheMinimumExactly() {
        file("src/a.js", 8, 10);

        assertThat(minimums("80", Scope.TOTAL)).isEmpty();
    }

    @Test
    void saysByHowMuchAndWhereItIsTooLittle() {
        file("src/a.js", 5, 10);
        file("src/b.js", 10, 10);
        file("src/c.js", 2, 10);

        assertThat(minimums("80", Scope.TOTAL))
                .containsExactly(new Shortfall(
                        "ecsDeliveryCoverageLines",
                        "Coverage of lines is 56.66 % (17 of 30), less than 80 %. Most is missing in src/c.js (8 of 10),"
                                + " src/a.js (5 of 10). Add tests, or change At least (coverage.minimums)."));
    }

    @Test
    void neverRoundsUpToAMinimum() {
        file("src/a.js", 79_996, 100_000);

        assertThat(minimums("80", Scope.TOTAL))
                .singleElement()
                .satisfies(
                        short80 -> assertThat(short80.text()).contains("is 79.99 % (79996 of 100000), less than 80 %"));
    }

    @Test
    void looksAtTheFilesOfAComponentOnly() {
        file("src/api/a.js", 1, 10);
        file("src/web/b.js", 10, 10);

        assertThat(minimums("50", Scope.component("api")))
                .extracting(Shortfall::identity)
                .containsExactly("ecsDeliveryCoverageOfapiLines");
        assertThat(minimums("50", Scope.component("web"))).isEmpty();
    }

    @Test
    void saysThatAComponentHasNoFile() {
        file("src/other/a.js", 10, 10);

        assertThat(minimums("50", Scope.component("api")))
                .singleElement()
                .satisfies(none -> assertThat(none.text()).contains("no file that was measured fits its patterns"));
    }

    @Test
    void saysThatNoReportTellsOfTheMetric() {
        file("src/a.js", 10, 10);

        assertThat(gate(new Minimum(Scope.TOTAL, CoverageMetric.BRANCHES, Percent.parse("50")), UNCHANGED))
                .singleElement()
                .satisfies(none -> assertThat(none.text()).contains("no report tells of branches"));
    }

    @Test
    void demandsNothingOfLinesThatWereNotChanged() {
        file("src/a.js", 0, 10);

        assertThat(minimums("90", Scope.CHANGED)).isEmpty();
    }

    @Test
    void looksAtTheChangedLinesOnly() {
        file("src/a.js", 99, 100);
        Part changed = new Part(List.of(new Part.Share("src/a.js", Totals.of(CoverageMetric.LINES, new Count(1, 2)))));

        assertThat(gate(new Minimum(Scope.CHANGED, CoverageMetric.LINES, Percent.parse("90")), changed))
                .containsExactly(new Shortfall(
                        "ecsDeliveryCoverageChangedLines",
                        "Coverage of changed lines is 50 % (1 of 2), less than 90 %. Most is missing in src/a.js (1 of 2)."
                                + " Add tests, or change At least (coverage.minimums)."));
    }

    @Test
    void demandsNothingWhenOnlyPartOfTheTestsRan() {
        file("src/a.js", 0, 10);
        Minimum all = new Minimum(Scope.TOTAL, CoverageMetric.LINES, Percent.parse("100"));
        CoverageGate partial = new CoverageGate(
                List.of(all),
                Map.of(),
                new Ratchet(Set.of(CoverageMetric.LINES), Ratchet.Baseline.BUILD, Optional.empty(), Percent.ZERO),
                true);

        assertThat(new Gate(partial, collector.report(), UNCHANGED).shortfalls(baseline(10, 10)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} of {1} before, {2} of {3} now, tolerance {4}: {5}")
    @CsvSource({
        "80, 100, 80, 100, 0, stays",
        "80, 100, 90, 110, 0, stays",
        "80, 100, 79, 100, 0, falls",
        "80, 100, 79, 100, 1, stays",
        "80, 100, 79, 100, 0.9999, falls",
        // covered code was removed: the share fell, nothing more is uncovered
        "80, 100, 30, 50, 0, stays",
        "80, 100, 30, 49, 0, stays",
        // more is uncovered, but the share did not fall
        "80, 100, 170, 210, 0, stays",
        "1, 3, 333333, 1000000, 0, falls",
    })
    void aShareFallsWhenItIsLowerAndMoreIsUncovered(
            int before, int of, int now, int ofNow, String tolerance, String outcome) {
        file("src/a.js", now, ofNow);

        assertThat(ratchet(tolerance, baseline(before, of))).hasSize(outcome.equals("falls") ? 1 : 0);
    }

    @Test
    void saysFromWhatToWhatItFellAndSinceWhen() {
        file("src/a.js", 79, 101);

        assertThat(ratchet("0.5", baseline(80, 100)))
                .containsExactly(new Shortfall(
                        "ecsDeliveryCoverageFellLines",
                        "Coverage of lines fell from 80 % (80 of 100) in build 12 to 78.21 % (79 of 101), by 1.79 percentage"
                                + " points where 0.5 are let pass, and 2 more are not covered. Most is missing in src/a.js"
                                + " (22 of 101). Add tests, or change Must not fall (coverage.ratchet) or Tolerance,"
                                + " percentage points (coverage.tolerance)."));
    }

    @Test
    void saysThatAMetricIsGone() {
        assertThat(ratchet("0", baseline(80, 100)))
                .singleElement()
                .satisfies(gone -> assertThat(gone.text()).contains("is not known any more"));
    }

    @Test
    void comparesWithNothingForTheFirstBuild() {
        file("src/a.js", 0, 10);

        assertThat(ratchet("0", Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"api", "web.api-2", "a-name-that-is-much-too-long-for-an-identity-of-a-build-problem-in-teamcity"})
    void identitiesAreWhatTeamCityTakes(String component) {
        file("src/api/a.js", 0, 10);
        CoverageGate demands = new CoverageGate(
                List.of(new Minimum(Scope.component(component), CoverageMetric.INSTRUCTIONS, Percent.parse("1"))),
                Map.of(component, List.of("src/**")),
                Ratchet.OFF,
                false);

        assertThat(new Gate(demands, collector.report(), UNCHANGED).shortfalls(Optional.empty()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.identity()).matches("[A-Za-z][A-Za-z0-9]{0,59}"));
    }

    private List<Shortfall> minimums(String percent, Scope scope) {
        return gate(new Minimum(scope, CoverageMetric.LINES, Percent.parse(percent)), UNCHANGED);
    }

    private List<Shortfall> gate(Minimum minimum, Part changed) {
        Map<String, List<String>> components = Map.of("api", List.of("src/api/**"), "web", List.of("src/web/**"));
        CoverageGate demands = new CoverageGate(List.of(minimum), components, Ratchet.OFF, false);
        return new Gate(demands, collector.report(), changed).shortfalls(Optional.empty());
    }

    private List<Shortfall> ratchet(String tolerance, Optional<CoverageBaseline> baseline) {
        Ratchet ratchet = new Ratchet(
                Set.of(CoverageMetric.LINES), Ratchet.Baseline.BUILD, Optional.empty(), Percent.parse(tolerance));
        CoverageGate demands = new CoverageGate(List.of(), Map.of(), ratchet, false);
        return new Gate(demands, collector.report(), UNCHANGED).shortfalls(baseline);
    }

    private static Optional<CoverageBaseline> baseline(int covered, int total) {
        return Optional.of(new CoverageBaseline("build 12", Map.of(CoverageMetric.LINES, new Counted(covered, total))));
    }

    private void file(String path, int covered, int total) {
        FileCoverageBuilder file = new FileCoverageBuilder(Repeats.ADD_UP, Limits.USUAL);
        for (int line = 1; line <= total; line++) {
            file.line(line, line <= covered ? 1 : 0);
        }
        collector.file(file.build(path));
    }
}
