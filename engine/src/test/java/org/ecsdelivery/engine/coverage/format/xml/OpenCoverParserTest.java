package org.ecsdelivery.engine.coverage.format.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.FileCoverage;
import org.ecsdelivery.engine.coverage.read.Reading;
import org.junit.jupiter.api.Test;

class OpenCoverParserTest {
    private final CoverageReport report = Reading.fixtures(OpenCoverParserTest.class, "opencover.xml");

    private FileCoverage cart() {
        return report.file("C:\\src\\Shop\\Cart.cs").orElseThrow();
    }

    @Test
    void countsSequencePointsAsStatementsAndAllTheirLines() {
        assertThat(cart().lines()).hasToString("10:5 11:2 12:2 13:2");
        assertThat(cart().count(CoverageMetric.STATEMENTS)).isEqualTo(new Count(2, 2));
    }

    @Test
    void countsBranchPointsAndNotTheOneMoreThatTheSummaryHasForEachMethod() {
        assertThat(cart().branches()).hasToString("11*5 11.0");
    }

    @Test
    void findsTheFileOfAMethodWhosePointsNameNone() {
        FileCoverage part = report.file("C:\\src\\Shop\\Cart.Part.cs").orElseThrow();
        assertThat(part.lines()).hasToString("4:0");
        assertThat(part.functions()).hasToString("System.Void Shop.Cart::Clear()@4:0");
    }

    @Test
    void leavesOutPointsThatCompilersHideWithoutAWord() {
        assertThat(report.warnings()).isEmpty();
    }
}
