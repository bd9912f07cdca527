package org.ecsdelivery.engine.coverage.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.Totals;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class OverviewPageTest {
    private static String file(String path, int covered, int missed) {
        return "SF:" + path + "\n"
                + IntStream.range(0, covered + missed)
                        .mapToObj(i -> "DA:" + (i + 1) + "," + (i < covered ? 1 : 0) + "\n")
                        .collect(Collectors.joining())
                + "end_of_record\n";
    }

    private static Document start(String... files) {
        return Pages.of(String.join("", files), Map.of()).start();
    }

    @Test
    void showsTheTotals() {
        assertThat(start(file("a", 2, 1)).select(".cards").text()).isEqualTo("lines 66.7% 2 of 3");
    }

    @Test
    void comparesTheTotalsWithThoseBefore() {
        HtmlReport report = Pages.report(file("a", 2, 1)).comparedTo(Totals.of(CoverageMetric.LINES, new Count(1, 4)));
        assertThat(Pages.of(report).start().select(".cards em").text()).isEqualTo("+41.7 points, 2 fewer uncovered");
    }

    @Test
    void showsDirectoriesBeforeFilesWithWhatIsCoveredBelowThem() {
        Document page = start(file("src/b.ts", 1, 1), file("src/deep/a.ts", 3, 0), file("z.ts", 0, 1));
        assertThat(page.select("#tree tbody tr").eachText())
                .containsExactly(
                        "src/ 80.0% 4/5 1",
                        "deep/ 100% 3/3 0", "a.ts 100% 3/3 0", "b.ts 50.0% 1/2 1", "z.ts 0.0% 0/1 1");
        assertThat(page.select("#tree tbody tr").eachAttr("class")).containsExactly("d l0", "d l1", "l2", "l1", "l0");
    }

    @Test
    void joinsDirectoriesThatHoldOnlyOneOther() {
        assertThat(start(file("src/main/java/A.java", 1, 0), file("src/main/java/B.java", 1, 0))
                        .select("#tree .d th")
                        .eachText())
                .containsExactly("src/main/java/");
    }

    @Test
    void givesDirectoriesPagesOfTheirOwnWhereThereAreMany() {
        String many = IntStream.range(0, 600)
                .mapToObj(i -> file("d" + i % 3 + "/f" + i + ".ts", 1, 1))
                .collect(Collectors.joining());
        Pages pages = Pages.of(many, Map.of());
        assertThat(pages.start().select("#tree tbody tr").eachText())
                .containsExactly(
                        "d0/ 200 files 50.0% 200/400 200",
                        "d1/ 200 files 50.0% 200/400 200", "d2/ 200 files 50.0% 200/400 200");
        String first = pages.start().select("#tree a").first().attr("href");
        assertThat(pages.page(first).select("#tree tbody tr")).hasSize(200);
        assertThat(pages.page(first).select("h1").text()).isEqualTo("d0");
        assertThat(pages.file("-f0.ts").select("nav a").last().attr("href")).isEqualTo("../" + first);
    }

    @Test
    void namesTheFilesWithMostToCover() {
        String many = IntStream.range(0, 12)
                .mapToObj(i -> file("f" + i + ".ts", 1, i))
                .collect(Collectors.joining());
        assertThat(start(many).select(".worst li").eachText())
                .hasSize(10)
                .startsWith("f11.ts 11 of 12 lines missed", "f10.ts 10 of 11 lines missed");
    }

    @Test
    void drawsNoFullBarWhereSomethingIsMissed() {
        assertThat(start(file("a", 2999, 1)).select("#tree i").attr("class")).isEqualTo("w99");
        assertThat(start(file("a", 1, 2999)).select("#tree i").attr("class")).isEqualTo("w1");
    }

    @Test
    void saysWhenNoFileIsThere() {
        HtmlReport empty = HtmlReport.of(CoverageReport.EMPTY, new Heading("Shop", ""));
        assertThat(Pages.of(empty).start().select(".note").text()).isEqualTo("No file is in the reports.");
    }

    @Test
    void tellsWarnings() {
        assertThat(start("SF:a\nDA:1,1\nLF:7\nLH:7\nend_of_record\n")
                        .select("details li")
                        .text())
                .startsWith("the report: totals in the report differ from its lines");
    }

    @Test
    void hidesThePlaceOfTheScriptWhereThereIsNone() {
        assertThat(start(file("a", 1, 0)).getElementById("tools").hasAttr("hidden"))
                .isTrue();
    }
}
