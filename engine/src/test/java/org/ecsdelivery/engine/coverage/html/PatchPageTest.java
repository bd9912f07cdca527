package org.ecsdelivery.engine.coverage.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecsdelivery.engine.coverage.patch.ChangedLines;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class PatchPageTest {
    private static final String REPORT = """
            SF:src/<a>.ts
            DA:1,1
            DA:2,0
            DA:3,0
            DA:10,4
            DA:20,0
            BRDA:10,0,0,4
            BRDA:10,0,1,0
            end_of_record
            SF:src/b.ts
            DA:1,1
            end_of_record
            SF:src/c.ts
            DA:1,0
            end_of_record
            """;

    private static String lines(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> "line " + i + "\n")
                .collect(Collectors.joining());
    }

    private static Pages pages(Map<String, int[]> changes) {
        return Pages.of(Pages.report(REPORT)
                .withSources(Pages.sources(Map.of("src/<a>.ts", lines(30))))
                .withChanges(ChangedLines.of(changes)));
    }

    private static Pages some() {
        return pages(Map.of(
                "src/<a>.ts", new int[] {10, 3, 2, 4, 10},
                "src/b.ts", new int[] {1},
                "docs/<i>.md", new int[] {7}));
    }

    @Test
    void countsTheChangedLinesThatHoldCodeAndTheirBranches() {
        assertThat(some().page("patch.html").select(".cards").text())
                .isEqualTo("lines 50.0% 2 of 4 branches 50.0% 1 of 2");
    }

    @Test
    void isLedToFromTheFirstPage() {
        Document start = some().start();
        assertThat(start.select(".patch a").attr("href")).isEqualTo("patch.html");
        assertThat(start.select(".patch .cards").text()).contains("50.0% 2 of 4");
    }

    @Test
    void listsTheChangedFilesWithTheirGaps() {
        assertThat(some().page("patch.html").select(".changes tbody tr").eachText())
                .containsExactly("src/<a>.ts 33.3% 1/3 50.0% 1/2 2–3 10", "src/b.ts 100% 1/1 –");
    }

    @Test
    void leadsToTheLinesOfTheFile() {
        Pages pages = some();
        String link =
                pages.page("patch.html").select(".changes .places a").last().attr("href");
        assertThat(link).endsWith("#L10");
        Document file = pages.page(link.substring(0, link.indexOf('#')));
        assertThat(file.getElementById("L10").text()).isEqualTo("4 1/2 line 10");
        assertThat(file.getElementById("L10").className()).isEqualTo("p x");
    }

    @Test
    void leadsToAChangedGapInTheMiddleOfOthers() {
        Pages pages = pages(Map.of("src/<a>.ts", new int[] {3}));
        String link = pages.page("patch.html").select(".changes .places a").attr("href");
        assertThat(link).endsWith("#L3");
        assertThat(pages.page(link.substring(0, link.indexOf('#'))).getElementById("L3"))
                .isNotNull();
    }

    @Test
    void showsTheGapsWithWhatIsAroundThem() {
        assertThat(some().page("patch.html").select(".src tr:has(td)").eachText())
                .containsExactly(
                        "1 1 line 1",
                        "2 0 line 2",
                        "3 0 line 3",
                        "4 line 4",
                        "5 line 5",
                        "⋯",
                        "8 line 8",
                        "9 line 9",
                        "10 4 1/2 line 10",
                        "Branches 1 taken 4× 2 not taken",
                        "11 line 11",
                        "12 line 12");
    }

    @Test
    void marksTheChangedLines() {
        assertThat(some().page("patch.html").select(".src tr.x").eachText())
                .containsExactly("2 0 line 2", "3 0 line 3", "4 line 4", "10 4 1/2 line 10");
    }

    @Test
    void namesChangedFilesThatNoReportTellsOf() {
        assertThat(some().page("patch.html").select("details").text())
                .isEqualTo("Changed files that no report tells of: 1 docs/<i>.md");
    }

    @Test
    void doesNotCallAFileThatOnlyLostLinesUnknown() {
        Pages pages = pages(Map.of("src/b.ts", new int[] {}, "src/c.ts", new int[] {1}));
        assertThat(pages.page("patch.html").select("details")).isEmpty();
        assertThat(pages.page("patch.html").select(".changes tbody tr").eachText())
                .containsExactly("src/c.ts 0.0% 0/1 – 1");
    }

    @Test
    void saysWhenNoChangedLineHoldsCode() {
        Pages pages = pages(Map.of("src/b.ts", new int[] {9}));
        assertThat(pages.page("patch.html").select("p.note").text()).startsWith("No changed line holds code");
        assertThat(pages.start().select(".patch p").text()).startsWith("No changed line holds code");
    }

    @Test
    void isLeftOutWhereNoChangesAreKnown() {
        Pages pages = Pages.of(REPORT, Map.of());
        assertThat(pages.names()).doesNotContain("patch.html");
        assertThat(pages.start().select(".patch")).isEmpty();
    }
}
