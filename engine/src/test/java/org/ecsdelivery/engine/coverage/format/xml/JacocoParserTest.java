package org.ecsdelivery.engine.coverage.format.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecsdelivery.engine.coverage.read.Reading.only;

import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.CoverageWarning.Kind;
import org.ecsdelivery.engine.coverage.FileCoverage;
import org.ecsdelivery.engine.coverage.read.Reading;
import org.junit.jupiter.api.Test;

class JacocoParserTest {
    private final CoverageReport report = Reading.fixtures(JacocoParserTest.class, "jacoco.xml");

    private FileCoverage page() {
        return report.file("web/shop/web/Page.java").orElseThrow();
    }

    @Test
    void tellsTheSameFileOfTwoGroupsApart() {
        assertThat(report.files())
                .extracting(FileCoverage::path)
                .containsExactly("api/shop/web/Page.java", "web/shop/web/Page.java");
    }

    @Test
    void takesLinesBranchesAndInstructionsFromTheSourceFile() {
        assertThat(page().lines()).hasToString("3:1 5:1 7:0");
        assertThat(page().count(CoverageMetric.BRANCHES)).isEqualTo(new Count(3, 4));
        assertThat(page().count(CoverageMetric.INSTRUCTIONS)).isEqualTo(new Count(9, 15));
    }

    @Test
    void takesMethodsAndClassesFromTheClassesOfTheFile() {
        assertThat(page().functions()).hasToString("Page.<init>()V@3:1 Page$1.run()V@5:1 Page.show(Z)V@5:0");
        assertThat(page().count(CoverageMetric.CLASSES)).isEqualTo(new Count(2, 2));
    }

    @Test
    void usesTheCountersWhereTheClassesHaveNoLines() {
        FileCoverage file = only(Reading.fixtures(JacocoParserTest.class, "jacoco-without-lines.xml"));
        assertThat(file.path()).isEqualTo("shop/Cart");
        assertThat(file.count(CoverageMetric.INSTRUCTIONS)).isEqualTo(new Count(7, 10));
        assertThat(file.count(CoverageMetric.BRANCHES)).isEqualTo(new Count(1, 2));
        assertThat(file.count(CoverageMetric.FUNCTIONS)).isEqualTo(new Count(1, 1));
        assertThat(file.count(CoverageMetric.LINES)).isEqualTo(Count.NONE);
    }

    @Test
    void takesTheHigherNumbersWhenTwoReportsTellOfOneModuleAndSaysSo() {
        CoverageReport both = Reading.fixtures(JacocoParserTest.class, "jacoco.xml", "jacoco.xml");
        assertThat(both.totals().of(CoverageMetric.BRANCHES))
                .isEqualTo(report.totals().of(CoverageMetric.BRANCHES));
        assertThat(both.totals().of(CoverageMetric.INSTRUCTIONS))
                .isEqualTo(report.totals().of(CoverageMetric.INSTRUCTIONS));
        assertThat(both.totals().of(CoverageMetric.FUNCTIONS))
                .isEqualTo(report.totals().of(CoverageMetric.FUNCTIONS));
        assertThat(Reading.warnings(both)).containsOnlyKeys(Kind.MERGED_BY_COUNT);
    }
}
