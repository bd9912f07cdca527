package org.ecsdelivery.engine.coverage.format.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ecsdelivery.engine.coverage.read.Reading.only;
import static org.ecsdelivery.engine.coverage.read.Reading.text;

import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.CoverageWarning.Kind;
import org.ecsdelivery.engine.coverage.FileCoverage;
import org.ecsdelivery.engine.coverage.UnreadableReport;
import org.ecsdelivery.engine.coverage.read.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class IstanbulParserTest {
    private static final String PLACE = "{\"start\":{\"line\":%d,\"column\":0},\"end\":{\"line\":%d,\"column\":9}}";

    private final CoverageReport report = Reading.fixtures(IstanbulParserTest.class, "coverage-final.json");
    private final FileCoverage cart = report.file("/home/ci/work/src/cart.ts").orElseThrow();

    private static String file(String members) {
        return "{\"a.ts\":{\"path\":\"a.ts\"," + members + "}}";
    }

    @Test
    void takesALineForAsBusyAsTheBusiestStatementThatStartsOnIt() {
        assertThat(cart.lines()).hasToString("1:1 4:6 8:0");
        assertThat(cart.count(CoverageMetric.STATEMENTS)).isEqualTo(new Count(2, 4));
    }

    @Test
    void readsFunctionsWhereTheyAreDeclared() {
        assertThat(cart.functions()).hasToString("add@3:6 (anonymous_1)@8:0");
    }

    @Test
    void countsTheBranchOfADefaultAndTheElseThatIsNotThere() {
        assertThat(cart.branches()).hasToString("3*2 4*6 4.0");
    }

    @Test
    void readsFilesThatAreWrappedAndTellTheirLinesThemselves() {
        FileCoverage old = report.file("C:\\work\\src\\old.js").orElseThrow();
        assertThat(old.lines()).hasToString("2:3 3:0");
        assertThat(old.count(CoverageMetric.STATEMENTS)).isEqualTo(new Count(1, 1));
    }

    @Test
    void mergesShardsByPlace() {
        CoverageReport both = Reading.fixtures(IstanbulParserTest.class, "coverage-final.json", "coverage-final.json");
        assertThat(both.totals()).isEqualTo(report.totals());
        assertThat(both.file(cart.path()).orElseThrow().branches()).hasToString("3*4 4*12 4.0");
    }

    @Test
    void readsHitsThatComeBeforeTheirPlacesAndInAnotherOrder() {
        String place = "\"statementMap\":{\"7\":" + PLACE.formatted(2, 2) + ",\"3\":" + PLACE.formatted(5, 5) + "}";
        assertThat(only(text(file("\"s\":{\"3\":4,\"7\":0},\"f\":{},\"b\":{}," + place)))
                        .lines())
                .hasToString("2:0 5:4");
    }

    @Test
    void countsADecisionWithoutAPlaceAndALineWithoutANumber() {
        FileCoverage file =
                only(text(file("\"statementMap\":{\"0\":{\"start\":{\"line\":null},\"end\":{}}},\"s\":{\"0\":1},"
                        + "\"branchMap\":{},\"b\":{\"0\":[1,0]},\"fnMap\":{},\"f\":{\"0\":2}")));
        assertThat(file.count(CoverageMetric.STATEMENTS)).isEqualTo(new Count(1, 1));
        assertThat(file.count(CoverageMetric.BRANCHES)).isEqualTo(new Count(1, 2));
        assertThat(file.count(CoverageMetric.FUNCTIONS)).isEqualTo(new Count(1, 1));
        assertThat(file.lines().size()).isZero();
    }

    @Test
    void readsFunctionsOfWhichOnlySomeHaveAName() {
        assertThat(only(text(
                                file(
                                        "\"fnMap\":{\"0\":{\"line\":1},\"1\":{\"name\":\"f\",\"line\":2}},\"f\":{\"0\":1,\"1\":0}")))
                        .functions())
                .hasToString("@1:1 f@2:0");
    }

    @Test
    void readsHitsThatAreHugeNegativeFractionsOrNothing() {
        FileCoverage file = only(text(file("\"statementMap\":{},\"s\":{\"0\":1e30,\"1\":-4,\"2\":0.0,\"3\":null,"
                + "\"4\":999999999999999999999999,\"5\":NaN}")));
        assertThat(file.count(CoverageMetric.STATEMENTS)).isEqualTo(new Count(2, 6));
    }

    @Test
    void givesWayToARealRunWhereNoTestLoadedTheFile() {
        String never = "\"all\":true,\"statementMap\":{\"0\":" + PLACE.formatted(1, 90) + "},\"s\":{\"0\":0}";
        String real = "\"statementMap\":{\"0\":" + PLACE.formatted(2, 2) + "},\"s\":{\"0\":3}";
        CoverageReport both = Reading.bytes(file(never).getBytes(), file(real).getBytes());
        assertThat(only(both).lines()).hasToString("2:3");
        assertThat(only(Reading.bytes(file(real).getBytes(), file(never).getBytes()))
                        .lines())
                .hasToString("2:3");
    }

    @Test
    void readsASummaryAndLeavesItsTotalOut() {
        CoverageReport summary = Reading.fixtures(IstanbulParserTest.class, "coverage-summary.json");
        assertThat(summary.files()).hasSize(2).allMatch(FileCoverage::isSummary);
        assertThat(summary.totals().of(CoverageMetric.LINES)).isEqualTo(new Count(21, 30));
        assertThat(summary.totals().of(CoverageMetric.STATEMENTS)).isEqualTo(new Count(21, 31));
        assertThat(summary.totals().of(CoverageMetric.BRANCHES)).isEqualTo(Count.NONE);
    }

    @Test
    void saysThatSumsOfOneFileCannotBeAdded() {
        CoverageReport both =
                Reading.fixtures(IstanbulParserTest.class, "coverage-summary.json", "coverage-summary.json");
        assertThat(both.totals().of(CoverageMetric.LINES)).isEqualTo(new Count(21, 30));
        assertThat(Reading.warnings(both)).containsOnlyKeys(Kind.SUMS_OVERLAP);
    }

    @Test
    void saysThatNoFileIsInIt() {
        assertThat(Reading.warnings(text("{}"))).containsOnlyKeys(Kind.NO_FILES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"s\":{\"0\":1", "\"s\":{\"0\":1}},\"b", "\"s\":[}"})
    void saysWhereAReportBreaksOff(String rest) {
        assertThatThrownBy(() -> text("{\"a.ts\":{\"path\":\"a.ts\",\n" + rest))
                .isInstanceOf(UnreadableReport.class)
                .hasMessageContaining(" at line 2, byte ")
                .hasMessageContaining("ran to its end");
    }

    @Test
    void refusesObjectsThatLieTooDeep() {
        assertThatThrownBy(() -> text(file("\"x\":" + "[".repeat(500))))
                .isInstanceOf(UnreadableReport.class)
                .hasMessageContaining("nesting depth");
    }
}
