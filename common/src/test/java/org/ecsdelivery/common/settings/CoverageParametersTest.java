package org.ecsdelivery.common.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.CoverageGate.Minimum;
import org.ecsdelivery.common.settings.CoverageGate.Scope;
import org.ecsdelivery.common.settings.CoverageSettings.Html;
import org.ecsdelivery.common.settings.CoverageSettings.PatchSource;
import org.ecsdelivery.common.settings.CoverageSettings.PathRule;
import org.ecsdelivery.common.settings.CoverageSettings.WhenMissing;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.common.value.Percent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageParametersTest {

    @Test
    void needsNothing() {
        CoverageSettings settings = settings(Map.of());

        assertThat(settings.search().reports()).isEmpty();
        assertThat(settings.search().whenMissing()).isEqualTo(WhenMissing.ERROR);
        assertThat(settings.search().older()).isFalse();
        assertThat(settings.publication().html()).isEqualTo(Html.OWN);
        assertThat(settings.publication().blocks().metric()).isEmpty();
        assertThat(settings.patch()).isEqualTo(PatchSource.NONE);
        assertThat(settings.gate()).isEqualTo(CoverageGate.OPEN);
    }

    @Test
    void takesPatternsLineByLineAndWithTheSlashesOfWindows() {
        assertThat(settings(Map.of("coverage.reports", "shards/**/lcov.info\n\n  build\\reports\\my report.xml "))
                        .search()
                        .reports())
                .containsExactly("shards/**/lcov.info", "build/reports/my report.xml");
    }

    @Test
    void takesRulesForPathsInTheirOrder() {
        assertThat(settings(Map.of("coverage.paths", "/app => packages/web\n/usr/src=>"))
                        .search()
                        .paths())
                .containsExactly(new PathRule("/app", "packages/web"), new PathRule("/usr/src", ""));
    }

    @Test
    void takesDemandsOnTheWholeOnChangedLinesAndOnComponents() {
        Map<String, String> given = Map.of(
                "coverage.patch", "GIT",
                "coverage.patchBase", "origin/main",
                "coverage.components", "api=src/api/**, src/common/**",
                "coverage.minimums", "lines 80\nchanged branches 90.5 %\napi: functions 70");

        assertThat(settings(given).gate().components())
                .containsExactly(Map.entry("api", List.of("src/api/**", "src/common/**")));
        assertThat(settings(given).gate().minimums())
                .containsExactly(
                        new Minimum(Scope.TOTAL, CoverageMetric.LINES, Percent.parse("80")),
                        new Minimum(Scope.CHANGED, CoverageMetric.BRANCHES, Percent.parse("90.5")),
                        new Minimum(Scope.component("api"), CoverageMetric.FUNCTIONS, Percent.parse("70")));
    }

    @Test
    void takesWhatMustNotFall() {
        CoverageGate.Ratchet ratchet = settings(
                        Map.of("coverage.ratchet", "lines, branches", "coverage.tolerance", "0.1"))
                .gate()
                .ratchet();

        assertThat(ratchet.metrics()).isEqualTo(Set.of(CoverageMetric.LINES, CoverageMetric.BRANCHES));
        assertThat(ratchet.tolerance()).isEqualTo(Percent.parse("0.1"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "coverage.minimums, lines, 'lines' is not of the form",
                "coverage.minimums, lines 101, '101' is not from 0 to 100",
                "coverage.minimums, lines many, 'many' is not a percentage",
                "coverage.minimums, rows 80, 'rows' is none of lines",
                "coverage.minimums, changed lines 80, changed lines are demanded",
                "coverage.minimums, api: lines 80, there is no component 'api'",
                "coverage.components, api, 'api' is not of the form",
                "coverage.ratchet, rows, 'rows' is none of lines",
                "coverage.paths, /app, '/app' is not of the form from=>to",
                "coverage.blocks, LINES, 'LINES' is none of",
                "coverage.html, READY_MADE, nothing is given",
                "coverage.patch, GIT, nothing is given",
                "coverage.patch, DIFF, nothing is given",
                "coverage.baseline, FILE, nothing is given",
                "coverage.patchBase, --output=/etc/passwd, '--output=/etc/passwd' is not a branch",
                "coverage.patchBase, main other, 'main other' is not a branch",
            })
    void refuses(String name, String value, String problem) {
        assertThat(CoverageParameters.parse(Map.of(name, value), References.RESOLVED)
                        .invalidParameters())
                .extracting(invalid -> invalid.problem())
                .singleElement()
                .asString()
                .startsWith(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"coverage.patch", "coverage.components", "coverage.minimums"})
    void leavesToTheBuildWhatOnlyTheBuildKnows(String name) {
        assertThat(CoverageParameters.parse(Map.of(name, "%reference%"), References.UNRESOLVED))
                .isInstanceOf(Parsed.Deferred.class);
    }

    private static CoverageSettings settings(Map<String, String> given) {
        Parsed<CoverageSettings> parsed = CoverageParameters.parse(given, References.RESOLVED);
        assertThat(parsed.invalidParameters()).isEmpty();
        return ((Parsed.Valid<CoverageSettings>) parsed).settings();
    }
}
