package org.ecsdelivery.engine.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ecsdelivery.common.value.CoverageMetric;
import org.junit.jupiter.api.Test;

class CoverageCollectorTest {
    private final FileCoverageBuilder builder = new FileCoverageBuilder(Repeats.ADD_UP, Limits.USUAL);

    private FileCoverage lines(String path, int... lines) {
        for (int line : lines) {
            builder.line(line, 1);
        }
        return builder.build(path);
    }

    @Test
    void sortsFilesByPathAndFindsThem() {
        CoverageCollector collector = new CoverageCollector();
        collector.file(lines("b", 1));
        collector.file(lines("a", 1, 2));
        CoverageReport report = collector.report();
        assertThat(report.files()).extracting(FileCoverage::path).containsExactly("a", "b");
        assertThat(report.file("b")).isPresent();
        assertThat(report.file("c")).isEmpty();
        assertThat(report.totals().of(CoverageMetric.LINES)).isEqualTo(new Count(3, 3));
    }

    @Test
    void unitesTheSameFileOfSeveralReports() {
        CoverageCollector collector = new CoverageCollector();
        collector.file(lines("a", 1, 2));
        collector.file(lines("a", 2, 3));
        assertThat(collector.report().file("a").orElseThrow().lines()).hasToString("1:1 2:2 3:1");
    }

    @Test
    void comesToTheSameInWhateverSizesTheReportsCome() {
        CoverageCollector collector = new CoverageCollector();
        collector.file(lines("a", 1, 2, 3, 4, 5, 6, 7, 8, 9));
        for (int i = 0; i < 100; i++) {
            collector.file(lines("a", 3, 20 + i));
        }
        FileCoverage file = collector.report().file("a").orElseThrow();
        assertThat(file.lines().size()).isEqualTo(109);
        assertThat(file.lines().hits(2)).isEqualTo(101);
    }

    @Test
    void refusesMoreThanTheAgentCanHold() {
        CoverageCollector collector = new CoverageCollector(new Limits(100, 10, 10, 10, 10, 5, 10));
        collector.file(lines("a", 1, 2, 3));
        collector.file(lines("a", 1, 2, 3));
        assertThatThrownBy(() -> collector.file(lines("b", 1, 2, 3)))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("more than 5 lines and branches");
    }

    @Test
    void saysThatBranchesOnlyCountedMayBeTooFew() {
        CoverageCollector collector = new CoverageCollector();
        for (int i = 0; i < 2; i++) {
            builder.countedBranches(1, 1, 2);
            collector.file(builder.build("a"));
        }
        assertThat(collector.report().warnings())
                .containsExactly(new CoverageWarning(CoverageWarning.Kind.MERGED_BY_COUNT, "", "a", 1));
    }

    @Test
    void partsOfAReportHaveTheirOwnTotals() {
        CoverageCollector collector = new CoverageCollector();
        collector.file(lines("web/a", 1));
        collector.file(lines("api/b", 1, 2));
        CoverageReport web = collector.report().only(path -> path.startsWith("web/"));
        assertThat(web.totals().of(CoverageMetric.LINES)).isEqualTo(new Count(1, 1));
    }

    @Test
    void mergesWholeReports() {
        CoverageCollector one = new CoverageCollector();
        one.file(lines("a", 1));
        CoverageCollector other = new CoverageCollector();
        other.file(lines("a", 2));
        assertThat(one.report().merge(other.report()).totals().of(CoverageMetric.LINES))
                .isEqualTo(new Count(2, 2));
    }
}
