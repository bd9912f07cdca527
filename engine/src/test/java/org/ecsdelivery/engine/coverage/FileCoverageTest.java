package org.ecsdelivery.engine.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.ecsdelivery.common.value.CoverageMetric;
import org.junit.jupiter.api.Test;

class FileCoverageTest {
    private static FileCoverage file(Repeats repeats, Consumer<FileCoverageBuilder> content) {
        FileCoverageBuilder builder = new FileCoverageBuilder(repeats, Limits.USUAL);
        content.accept(builder);
        return builder.build("a");
    }

    private static FileCoverage file(Consumer<FileCoverageBuilder> content) {
        return file(Repeats.ADD_UP, content);
    }

    @Test
    void sortsLinesAndAddsUpThoseToldTwice() {
        FileCoverage file = file(it -> {
            it.line(9, 1);
            it.line(2, 0);
            it.line(9, 4);
        });
        assertThat(file.lines()).hasToString("2:0 9:5");
        assertThat(file.count(CoverageMetric.LINES)).isEqualTo(new Count(1, 2));
    }

    @Test
    void takesTheBusiestPartOfALineWherePartsAreTold() {
        FileCoverage file = file(Repeats.ARE_PARTS, it -> {
            it.line(3, 5);
            it.line(3, 2);
        });
        assertThat(file.lines()).hasToString("3:5");
    }

    @Test
    void holdsHitsThatAreTooManyAtTheMost() {
        FileCoverage file = file(it -> it.line(1, Long.MAX_VALUE));
        assertThat(file.merge(file).lines().hits(0)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void unitesTheLinesOfTwoReports() {
        FileCoverage one = file(it -> {
            it.line(1, 1);
            it.line(2, 0);
        });
        FileCoverage other = file(it -> {
            it.line(2, 3);
            it.line(5, 0);
        });
        assertThat(one.merge(other).lines()).hasToString("1:1 2:3 5:0");
    }

    @Test
    void unitesBranchesByTheirOrderInTheLineAndNotByTheNumbersOfTheirBlocks() {
        FileCoverage one = file(it -> {
            it.branch(4, 17, 0, 2);
            it.branch(4, 17, 1, 0);
        });
        FileCoverage other = file(it -> {
            it.branch(4, 3, 0, 0);
            it.branch(4, 3, 1, 1);
        });
        assertThat(one.merge(other).branches()).hasToString("4*2 4.1");
    }

    @Test
    void tellsBranchesNeverEvaluatedFromThoseNotTaken() {
        FileCoverage never = file(it -> it.branch(4, 0, 0, Hits.NEVER_EVALUATED));
        FileCoverage not = file(it -> it.branch(4, 0, 0, 0));
        assertThat(never.merge(never).branches()).hasToString("4*-");
        assertThat(never.merge(not).branches()).hasToString("4*0");
        assertThat(never.count(CoverageMetric.BRANCHES)).isEqualTo(new Count(0, 1));
    }

    @Test
    void keepsDecisionsThatOnlyOneReportHas() {
        FileCoverage one = file(it -> {
            it.branch(4, 0, 0, 1);
            it.branch(4, 0, 1, 0);
        });
        FileCoverage other = file(it -> {
            it.branch(4, 0, 0, 1);
            it.branch(4, 0, 1, 0);
            it.branch(4, 0, 2, 1);
            it.branch(4, 1, 0, 0);
            it.branch(4, 1, 1, 1);
        });
        assertThat(one.merge(other).branches()).hasToString("4*1 4.1 4*1 4.0 4.1");
    }

    @Test
    void gathersTheBranchesOfADecisionThatComeApart() {
        FileCoverage file = file(it -> {
            it.branch(4, 0, 0, 1);
            it.branch(9, 7, 0, 1);
            it.branch(4, 1, 0, 5);
            it.branch(4, 0, 1, 2);
            it.branch(4, 0, 0, 1);
        });
        assertThat(file.branches()).hasToString("4*2 4.2 4*5 9*1");
    }

    @Test
    void takesTheHigherNumberWhereBranchesAreOnlyCounted() {
        FileCoverage counted = file(it -> it.countedBranches(4, 1, 2));
        FileCoverage told = file(it -> {
            it.branch(4, 0, 0, 0);
            it.branch(4, 0, 1, 8);
        });
        assertThat(counted.merge(counted).count(CoverageMetric.BRANCHES)).isEqualTo(new Count(1, 2));
        assertThat(counted.merge(told).count(CoverageMetric.BRANCHES)).isEqualTo(new Count(1, 2));
    }

    @Test
    void findsTheBranchesOfALine() {
        FileCoverage file = file(it -> {
            it.branch(3, 0, 0, 1);
            it.branch(4, 0, 0, 1);
            it.branch(4, 0, 1, 0);
            it.branch(7, 0, 0, 1);
        });
        assertThat(file.branches().count(4)).isEqualTo(new Count(1, 2));
        assertThat(file.branches().count(5)).isEqualTo(Count.NONE);
        assertThat(file.branches().firstOf(5)).isEqualTo(3);
    }

    @Test
    void tellsFunctionsOfOneNameApartByTheirLine() {
        FileCoverage file = file(it -> {
            it.function(9, "on", 1);
            it.function(2, "on", 0);
            it.function(9, "on", 2);
        });
        assertThat(file.functions()).hasToString("on@2:0 on@9:3");
        assertThat(file.merge(file).functions()).hasToString("on@2:0 on@9:6");
    }

    @Test
    void pairsFunctionsOfOneNameAndLineInTheirOrder() {
        FileCoverage file = file(Repeats.ARE_PARTS, it -> {
            it.function(1, "f", 1);
            it.function(1, "f", 0);
        });
        assertThat(file.merge(file).functions()).hasToString("f@1:2 f@1:0");
    }

    @Test
    void countsTheStatementsOfABlockOnceForBothReports() {
        FileCoverage one = file(it -> it.statement(StatementTable.position(3, 1), StatementTable.position(5, 2), 4, 0));
        FileCoverage other =
                file(it -> it.statement(StatementTable.position(3, 1), StatementTable.position(5, 2), 4, 1));
        assertThat(one.merge(other).count(CoverageMetric.STATEMENTS)).isEqualTo(new Count(4, 4));
    }

    @Test
    void takesTheSumOfTheReportOnlyWhereItHasNoDetails() {
        FileCoverage file = file(it -> {
            it.line(1, 1);
            it.summary(CoverageMetric.LINES, new Count(1, 9));
            it.summary(CoverageMetric.CLASSES, new Count(1, 2));
        });
        assertThat(file.count(CoverageMetric.LINES)).isEqualTo(new Count(1, 1));
        assertThat(file.count(CoverageMetric.CLASSES)).isEqualTo(new Count(1, 2));
    }

    @Test
    void refusesLinesThatNoFileHas() {
        assertThatThrownBy(() -> file(it -> it.line(1_000_000_000, 1)))
                .isInstanceOf(LimitExceeded.class)
                .hasMessage("line number 1000000000 is not between 1 and 10000000");
    }

    @Test
    void startsAnewForTheNextFile() {
        FileCoverageBuilder builder = new FileCoverageBuilder(Repeats.ADD_UP, Limits.USUAL);
        builder.line(1, 1);
        builder.branch(1, 0, 0, 1);
        builder.function(1, "f", 1);
        builder.build("a");
        assertThat(builder.build("b").isEmpty()).isTrue();
    }
}
