package org.ecsdelivery.engine.coverage.format.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ecsdelivery.engine.coverage.read.Reading.only;
import static org.ecsdelivery.engine.coverage.read.Reading.text;
import static org.ecsdelivery.engine.coverage.read.Reading.warnings;

import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.CoverageWarning.Kind;
import org.ecsdelivery.engine.coverage.FileCoverage;
import org.ecsdelivery.engine.coverage.read.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class GoProfileParserTest {
    private final CoverageReport report = Reading.fixtures(GoProfileParserTest.class, "cover.out");

    @Test
    void countsABlockOnceHoweverManyPackagesTellIt() {
        assertThat(report.totals().of(CoverageMetric.STATEMENTS)).isEqualTo(new Count(4, 4));
    }

    @Test
    void doesNotCoverTheLineThatOnlyClosesABlock() {
        FileCoverage cart = report.file("example.com/shop/cart.go").orElseThrow();
        assertThat(cart.count(CoverageMetric.LINES)).isEqualTo(new Count(6, 6));
        FileCoverage ends = only(text("mode: set\na.go:3.10,6.2 3 1\n"));
        assertThat(ends.lines()).hasToString("3:1 4:1 5:1");
    }

    @Test
    void readsPathsWithColons() {
        assertThat(only(text("mode: count\nC:\\src\\a.go:3.1,3.9 1 7\r\n")).path())
                .isEqualTo("C:\\src\\a.go");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.go:3.1,3.9 1", "a.go", "a.go:3,4 1 1", "a.go:9.1,3.9 1 1", "a.go:0.1,3.9 1 1", ":3.1,3.9 1 1"
            })
    void leavesOutLinesThatMakeNoSense(String line) {
        CoverageReport odd = text("mode: set\n" + line + "\n");
        assertThat(odd.isEmpty()).isTrue();
        assertThat(warnings(odd)).containsOnlyKeys(Kind.ODD_NUMBER, Kind.NO_FILES);
    }

    @Test
    void refusesABlockThatNoFileHas() {
        assertThatThrownBy(() -> text("mode: set\na.go:1.1,9999999.9 1 1\n"))
                .hasMessageContaining("at line 2: a block of 9999998 lines, more than 100000");
    }
}
