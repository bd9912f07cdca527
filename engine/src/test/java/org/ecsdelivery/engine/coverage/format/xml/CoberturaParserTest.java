package org.ecsdelivery.engine.coverage.format.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ecsdelivery.engine.coverage.read.Reading.only;
import static org.ecsdelivery.engine.coverage.read.Reading.text;
import static org.ecsdelivery.engine.coverage.read.Reading.warnings;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.CoverageSink;
import org.ecsdelivery.engine.coverage.CoverageWarning;
import org.ecsdelivery.engine.coverage.CoverageWarning.Kind;
import org.ecsdelivery.engine.coverage.FileCoverage;
import org.ecsdelivery.engine.coverage.read.Reading;
import org.ecsdelivery.engine.coverage.read.ReportReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoberturaParserTest {
    private static CoverageReport report(String classes) {
        return text("<coverage><packages><package name='p'><classes>" + classes
                + "</classes></package></packages></coverage>");
    }

    private static FileCoverage file(String lines) {
        return only(report("<class name='A' filename='a.py'><lines>" + lines + "</lines></class>"));
    }

    @Test
    void readsWhatCoveragePyWrites() {
        CoverageReport report = Reading.fixtures(CoberturaParserTest.class, "coveragepy.xml");
        FileCoverage file = only(report);
        assertThat(file.path()).isEqualTo("cart/basket.py");
        assertThat(file.count(CoverageMetric.LINES)).isEqualTo(new Count(4, 5));
        assertThat(file.count(CoverageMetric.BRANCHES)).isEqualTo(new Count(2, 4));
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void countsTheLinesOfAClassAndNotThoseOfItsMethodsAgain() {
        CoverageReport report = Reading.fixtures(CoberturaParserTest.class, "java-cobertura.xml");
        FileCoverage file = only(report);
        assertThat(file.lines()).hasToString("3:1 4:2 5:1 9:0");
        assertThat(file.count(CoverageMetric.BRANCHES)).isEqualTo(new Count(1, 2));
        assertThat(file.functions()).hasToString("add(I)V@4:2");
        assertThat(file.count(CoverageMetric.CLASSES)).isEqualTo(new Count(1, 2));
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void tellsTheSourceDirectories() {
        List<String> roots = new ArrayList<>();
        CoverageSink sink = new CoverageSink() {
            @Override
            public void file(FileCoverage file) {}

            @Override
            public void sourceRoot(String directory) {
                roots.add(directory);
            }

            @Override
            public void warning(CoverageWarning warning) {}
        };
        byte[] report = Reading.fixture(CoberturaParserTest.class, "coveragepy.xml");
        new ReportReader().read("r", new ByteArrayInputStream(report), sink);
        assertThat(roots).containsExactly("/builds/shop/src", "/builds/shop/lib");
    }

    @Test
    void fallsBackToTheLinesOfMethodsWhereAClassHasNone() {
        FileCoverage file = only(report("<class name='A' filename='a.swift'><methods><method name='f'><lines>"
                + "<line number='2' hits='1'/><line number='3' hits='0'/></lines></method></methods><lines/></class>"));
        assertThat(file.lines()).hasToString("2:1 3:0");
        assertThat(file.functions()).hasToString("f@2:1");
    }

    @Test
    void readsClassesThatStandInNoList() {
        assertThat(only(text("<coverage><packages><package><class name='A' filename='a'><lines>"
                                + "<line number='1' hits='1'/></lines></class></package></packages></coverage>"))
                        .lines())
                .hasToString("1:1");
    }

    @Test
    void countsALineOfSeveralClassesOfAFileOnce() {
        String type = "<class name='%s' filename='a.cs'><lines><line number='1' hits='1'/></lines></class>";
        FileCoverage file = only(report(type.formatted("A") + type.formatted("A/Lambda")));
        assertThat(file.lines()).hasToString("1:2");
        assertThat(file.count(CoverageMetric.CLASSES)).isEqualTo(new Count(2, 2));
    }

    @Test
    void coversALineOfWhichNoBranchWasTaken() {
        FileCoverage file = file("<line number='1' hits='3' branch='true' condition-coverage='0% (0/2)'/>");
        assertThat(file.count(CoverageMetric.LINES)).isEqualTo(new Count(1, 1));
        assertThat(file.count(CoverageMetric.BRANCHES)).isEqualTo(new Count(0, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "33.333333333333336% (1/3); 1/3",
                "33,3% (1/3); 1/3",
                "NaN% (0/3); 0/3",
                "(2/2); 2/2",
                "100%; 0/0",
                "50% (1/x); 0/0",
                "50% (); 0/0"
            })
    void takesTheFractionAndNeverThePercent(String coverage, String count) {
        FileCoverage file = file("<line number='1' hits='1' branch='true' condition-coverage='" + coverage + "'/>");
        assertThat(file.count(CoverageMetric.BRANCHES)).hasToString(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "True", "TRUE"})
    void knowsABranchHoweverItIsWritten(String yes) {
        FileCoverage file = file("<line number='1' hits='1' branch='" + yes + "' condition-coverage='50% (1/2)'/>");
        assertThat(file.count(CoverageMetric.BRANCHES)).isEqualTo(new Count(1, 2));
    }

    @Test
    void readsHitsThatAreFractionsOrHuge() {
        assertThat(file("<line number='1' hits='1.0'/><line number='2' hits='99999999999999999999'/>")
                        .lines())
                .hasToString("1:1 2:" + Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number='0' hits='1'",
                "number='x' hits='1'",
                "number='2' hits='many'",
                "number='99999999999' hits='1'"
            })
    void leavesOutNumbersThatMakeNoSenseAndSaysWhere(String attributes) {
        CoverageReport report =
                report("<class name='A' filename='a'><lines><line " + attributes + "/></lines></class>");
        assertThat(warnings(report)).containsOnlyKeys(Kind.ODD_NUMBER);
        assertThat(report.warnings().get(0).first()).startsWith("line 1, column ");
        assertThat(report.totals().isEmpty()).isTrue();
    }

    @Test
    void saysThatTheHeaderDiffersFromTheLines() {
        CoverageReport report = text("<coverage lines-valid='289' branches-valid='NaN'><packages><package><classes>"
                + "<class name='A' filename='a'><lines><line number='1' hits='1'/></lines></class>"
                + "</classes></package></packages></coverage>");
        assertThat(report.warnings())
                .containsExactly(
                        new CoverageWarning(Kind.HEADER_DIFFERS, "the report", "lines-valid 289, counted 1", 1));
    }

    @Test
    void refusesMoreBranchesThanALineHas() {
        assertThatThrownBy(
                        () -> file("<line number='7' hits='1' branch='true' condition-coverage='3% (1/333333333)'/>"))
                .hasMessageContaining("branches in line 7, more than 16384");
    }
}
