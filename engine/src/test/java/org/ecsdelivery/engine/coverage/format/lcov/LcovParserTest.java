package org.ecsdelivery.engine.coverage.format.lcov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.ecsdelivery.engine.coverage.read.Reading.only;
import static org.ecsdelivery.engine.coverage.read.Reading.text;
import static org.ecsdelivery.engine.coverage.read.Reading.warnings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.CoverageWarning.Kind;
import org.ecsdelivery.engine.coverage.FileCoverage;
import org.ecsdelivery.engine.coverage.UnreadableReport;
import org.ecsdelivery.engine.coverage.generate.Generated;
import org.ecsdelivery.engine.coverage.generate.Known;
import org.ecsdelivery.engine.coverage.read.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class LcovParserTest {
    private static FileCoverage section(String... records) {
        return only(text("SF:a.c\n" + String.join("\n", records) + "\nend_of_record\n"));
    }

    @Test
    void readsWhatIstanbulWritesWithFunctionsBeforeTheirHitsAndLinesLast() {
        CoverageReport report = Reading.fixtures(LcovParserTest.class, "istanbul.info");
        assertThat(report.files()).hasSize(2);
        assertThat(report.totals().of(CoverageMetric.LINES)).isEqualTo(new Count(5, 7));
        assertThat(report.totals().of(CoverageMetric.BRANCHES)).isEqualTo(new Count(3, 5));
        assertThat(report.totals().of(CoverageMetric.FUNCTIONS)).isEqualTo(new Count(2, 4));
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void readsWhatLcov22WritesWithGroupsOfFunctionsAndConditions() {
        FileCoverage file = only(Reading.fixtures(LcovParserTest.class, "lcov22.info"));
        assertThat(file.functions()).hasToString("_Z3addii@3:7 _Z4moreIiEvT_@9:0");
        assertThat(file.branches()).hasToString("4*7 4.0 10*- 10.-");
        assertThat(file.count(CoverageMetric.LINES)).isEqualTo(new Count(2, 4));
    }

    @Test
    void readsTheEndLinesThatCoveragePyWrites() {
        assertThat(section("FN:1,5,work", "FNDA:2,work").functions()).hasToString("work@1:2");
    }

    @Test
    void takesADigitForANameWhenNoNameFollows() {
        assertThat(section("FN:1,5", "FNDA:2,5").functions()).hasToString("5@1:2");
    }

    @Test
    void readsLinesOnlyAsFlutterWritesThem() {
        assertThat(section("DA:3,1", "DA:4,0", "LF:2", "LH:1").lines()).hasToString("3:1 4:0");
    }

    @Test
    void unitesTheSameFileOfSeveralTests() {
        FileCoverage file = only(text(
                "TN:one\nSF:a.c\nDA:1,1\nDA:2,0\nend_of_record\n" + "TN:two\nSF:a.c\nDA:1,2\nDA:2,5\nend_of_record\n"));
        assertThat(file.lines()).hasToString("1:3 2:5");
    }

    @Test
    void countsALineOnceHoweverOftenItIsToldAndSaysSo() {
        CoverageReport report = text("SF:a.cs\nDA:7,1\nDA:7,0\nLF:2\nLH:1\nend_of_record\n");
        assertThat(only(report).lines()).hasToString("7:1");
        assertThat(report.warnings())
                .anyMatch(it -> it.kind() == Kind.HEADER_DIFFERS && it.first().equals("a.cs: LF:2, counted 1"));
    }

    @Test
    void unitesBranchesOfShardsWhoseBlocksHaveOtherNumbers() {
        FileCoverage file = only(text("SF:a.ts\nBRDA:5,0,0,1\nBRDA:5,0,1,0\nend_of_record\n"
                + "SF:a.ts\nBRDA:5,12,0,0\nBRDA:5,12,1,4\nend_of_record\n"));
        assertThat(file.branches()).hasToString("5*1 5.4");
    }

    @Test
    void splitsTheNameOfABranchAtItsLastComma() {
        assertThat(section("BRDA:5,0,if (a, b) {,3", "BRDA:5,0,else,-").branches())
                .hasToString("5*3 5.-");
    }

    @Test
    void countsExceptionsAndLeavesOutWhatCannotBeReached() {
        assertThat(section("BRDA:5,e0,0,1", "BRDA:5,0,1,0", "BRDA:5,U1,0,0").branches())
                .hasToString("5*1 5.0");
    }

    @Test
    void countsABranchInALineWithoutCodeAsABranchButNotTheLine() {
        FileCoverage file = section("DA:1,1", "BRDA:2,0,0,1");
        assertThat(file.count(CoverageMetric.LINES)).isEqualTo(new Count(1, 1));
        assertThat(file.count(CoverageMetric.BRANCHES)).isEqualTo(new Count(1, 1));
    }

    @Test
    void keepsFunctionsOfOneNameInTwoPlaces() {
        assertThat(section("FN:1,(anonymous)", "FN:8,(anonymous)", "FNDA:0,(anonymous)", "FNDA:3,(anonymous)")
                        .functions())
                .hasToString("(anonymous)@1:0 (anonymous)@8:3");
    }

    @Test
    void findsHitsThatComeBeforeTheirFunctionOrWithoutIt() {
        assertThat(section("FNDA:3,late", "FNDA:1,lost", "FN:8,late").functions())
                .hasToString("lost@0:1 late@8:3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DA:4,18446744073709551615", "DA:4,1.0e+19", "DA:4,99999999999999999999999999"})
    void holdsHugeHitsAtTheMost(String record) {
        assertThat(section(record).lines()).hasToString("4:" + Integer.MAX_VALUE);
    }

    @Test
    void takesNegativeHitsForNoneAndSaysSo() {
        CoverageReport report = text("SF:a.c\nDA:4,-3\nend_of_record\n");
        assertThat(only(report).lines()).hasToString("4:0");
        assertThat(warnings(report)).containsExactly(entry(Kind.ODD_NUMBER, 1L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DA:4,=====",
                "DA:4,undefined",
                "DA:4,nan",
                "DA:0,1",
                "DA:4",
                "DA:99999999999,1",
                "DA:,",
                "BRDA:1",
                "BRDA:1,0",
                "BRDA:1,0,0,x",
                "BRDA:0,0,0,1",
                "FN:x",
                "FNDA:1",
                "FNA:1,2"
            })
    void leavesOutNumbersThatMakeNoSenseAndSaysWhere(String record) {
        CoverageReport report = text("SF:a.c\nDA:1,1\n" + record + "\nend_of_record\n");
        assertThat(only(report).totals().counts()).containsExactly(entry(CoverageMetric.LINES, new Count(1, 1)));
        assertThat(report.warnings())
                .singleElement()
                .matches(it -> it.kind() == Kind.ODD_NUMBER && it.first().equals("line 3: " + record));
    }

    @Test
    void readsChecksumsAndFractions() {
        assertThat(section("DA:4,2,kW1ad", "DA:5,3.0").lines()).hasToString("4:2 5:3");
    }

    @Test
    void readsALastSectionThatHasNoEnd() {
        CoverageReport report = text("SF:a.c\nDA:1,1\nSF:b.c\nDA:2,1");
        assertThat(report.totals().of(CoverageMetric.LINES)).isEqualTo(new Count(2, 2));
        assertThat(warnings(report)).containsExactly(entry(Kind.TRUNCATED, 2L));
    }

    @Test
    void readsPathsWithBlanksCommasDrivesAndOtherLetters() {
        CoverageReport report = text(
                "SF:C:\\a b\\,x.c\nend_of_record\nSF:<define:DATA>\nend_of_record\n" + "SF:größe.c\nend_of_record\n");
        assertThat(report.files())
                .extracting(FileCoverage::path)
                .containsExactly("<define:DATA>", "C:\\a b\\,x.c", "größe.c");
    }

    @Test
    void skipsRemarksAndTellsOfRecordsNobodyKnows() {
        CoverageReport report = text("# made by hand\nSF:a.c\n\nVER:1\nXYZ:1\nDA:1,1\nend_of_record\n");
        assertThat(warnings(report)).containsExactly(entry(Kind.UNKNOWN_RECORD, 1L));
    }

    @Test
    void saysThatNoFileIsInIt() {
        assertThat(warnings(text("TN:\n"))).containsExactly(entry(Kind.NO_FILES, 1L));
    }

    @Test
    void refusesALineThatNeverEnds() {
        assertThatThrownBy(() -> text("TN:\nSF:" + "x".repeat(300_000)))
                .isInstanceOf(UnreadableReport.class)
                .hasMessageContaining("the report cannot be read at line 1: a line of more than 262144 bytes");
    }

    @Test
    void refusesAPathThatNoFileHas() {
        assertThatThrownBy(() -> text("SF:" + "x".repeat(9_000) + "\n"))
                .hasMessageContaining("at line 1: a path of 9000 bytes, more than 8192");
    }

    @Test
    void comesToTheTotalsOfAGeneratedReport() throws IOException {
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        Known known = Generated.LCOV.files(300, 0, report);
        assertThat(Known.of(Reading.bytes(report.toByteArray()).totals())).isEqualTo(known.toString());
    }
}
