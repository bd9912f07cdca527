package org.ecsdelivery.engine.coverage.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.engine.coverage.CoverageCollector;
import org.ecsdelivery.engine.coverage.FileCoverageBuilder;
import org.ecsdelivery.engine.coverage.Limits;
import org.ecsdelivery.engine.coverage.Repeats;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class FilePageTest {
    private static final String REPORT = """
            SF:src/a.ts
            FN:1,start
            FN:4,stop
            FNDA:3,start
            FNDA:0,stop
            DA:1,3
            DA:2,3
            DA:4,0
            BRDA:2,0,0,3
            BRDA:2,0,1,0
            BRDA:4,1,0,-
            BRDA:4,1,1,-
            end_of_record
            """;
    private static final String SOURCE = "first\nsecond && third\n\nfourth\n";

    private static Document page(String source) {
        return Pages.of(REPORT, Map.of("src/a.ts", source)).file("a.ts");
    }

    private static Document pageOf(byte[] source) {
        return Pages.of(Pages.report(REPORT).withSources((path, most) -> Optional.of(source)))
                .file("a.ts");
    }

    /** Returns the row of that line of the source. */
    private static Element line(Document page, int number) {
        return page.select(".src tr:not(.n):has(td)").get(number - 1);
    }

    private static String source(Document page, int number) {
        return line(page, number).child(3).wholeText().stripTrailing();
    }

    @Test
    void tellsCoveredLinesFromMissedAndPartialOnes() {
        Document page = page(SOURCE);
        assertThat(line(page, 1).className()).isEqualTo("c");
        assertThat(line(page, 2).className()).isEqualTo("p");
        assertThat(line(page, 3).className()).isEmpty();
        assertThat(line(page, 4).className()).isEqualTo("m");
    }

    @Test
    void showsHitsAndBranchesAndSourceOfALine() {
        assertThat(line(page(SOURCE), 2).select("td").eachText()).containsExactly("3", "1/2", "second && third");
        assertThat(line(page(SOURCE), 4).select("td").eachText()).containsExactly("0", "0/2", "fourth");
    }

    @Test
    void saysWhichBranchesOfAPartialLineWereNotTaken() {
        assertThat(page(SOURCE).select("tr.n").eachText()).containsExactly("Branches 1 taken 3× 2 not taken");
    }

    @Test
    void leavesTheColumnOfBranchesOutWhereThereAreNone() {
        Document page =
                Pages.of("SF:a\nDA:1,1\nend_of_record\n", Map.of("a", "x")).file("a");
        assertThat(page.select(".src thead th").eachText()).containsExactly("Line", "Hits", "Source");
        assertThat(line(page, 1).children()).hasSize(3);
    }

    @Test
    void leadsToWhatIsNotCovered() {
        Document page = page(SOURCE);
        assertThat(page.select("p.places").eachText()).containsExactly("Not covered: 4", "Covered in part: 2");
        assertThat(page.select("p.places a").eachAttr("href")).containsExactly("#L4", "#L2");
        assertThat(page.getElementById("L4")).isEqualTo(line(page, 4));
    }

    @Test
    void bringsNeighbouringLinesTogetherAcrossLinesWithoutCode() {
        Document page = Pages.of("SF:a\nDA:1,0\nDA:4,0\nDA:5,1\nDA:7,0\nDA:20,0\nend_of_record\n", Map.of())
                .file("a");
        assertThat(page.select("p.places").text()).isEqualTo("Not covered: 1–4 7 20");
    }

    @Test
    void listsFunctionsWithTheirCalls() {
        Document page = page(SOURCE);
        assertThat(page.select("summary").text()).isEqualTo("Functions: 1 of 2 never called");
        assertThat(page.select(".names tbody tr").eachText()).containsExactly("start 1 3", "stop 4 0");
    }

    @Test
    void showsTheLinesOfTheReportWhereTheSourceIsNotAtHand() {
        Document page = Pages.of(REPORT, Map.of()).file("a.ts");
        assertThat(page.select("p.note").text()).contains("The source is not at hand");
        assertThat(page.select(".src tr:not(.n):has(td)").eachText()).containsExactly("1 3", "2 3 1/2", "4 0 0/2");
    }

    @Test
    void showsLinesThatTheSourceDoesNotHaveAndSaysWhy() {
        Document page = page("first\nsecond\n");
        assertThat(page.select(".src tr:not(.n):has(td)").eachText())
                .containsExactly("3 first", "3 1/2 second", "4 0 0/2");
        assertThat(page.select("p.note").text()).contains("The file has only 2 lines here, the report tells of more");
    }

    @Test
    void showsMarkupInASourceAsText() {
        Document page = page("<script>alert(1)</script>\n</table>&amp;<td>\n");
        assertThat(page.select("script")).isEmpty();
        assertThat(source(page, 1)).isEqualTo("<script>alert(1)</script>");
        assertThat(source(page, 2)).isEqualTo("</table>&amp;<td>");
    }

    @Test
    void setsTabsOutToColumnsOfFour() {
        Document page = page("\tx\nab\tx\näö\tx\n<\t>\n");
        assertThat(source(page, 1)).isEqualTo("    x");
        assertThat(source(page, 2)).isEqualTo("ab  x");
        assertThat(source(page, 3)).isEqualTo("äö  x");
        assertThat(source(page, 4)).isEqualTo("<   >");
    }

    @Test
    void endsLinesAtCarriageReturnsToo() {
        assertThat(source(page("first\r\nsecond\r\n"), 1)).isEqualTo("first");
    }

    @Test
    void showsControlCharactersAndTurnsOfDirectionByName() {
        Document page = page("a\u0007b\u001b[0m\n\u202eevil\u2066\n\u0085\n");
        assertThat(source(page, 1)).isEqualTo("a\u2407b\u241b[0m");
        assertThat(source(page, 2)).isEqualTo("[U+202e]evil[U+2066]");
        assertThat(source(page, 3)).isEqualTo("\ufffd");
    }

    @Test
    void cutsAHugeLineBetweenCharactersAndSaysSo() {
        String shown = source(page("x" + "ä".repeat(3000) + "\nsecond\n"), 1);
        assertThat(shown).isEqualTo("x" + "ä".repeat(999) + " … 4002 more bytes");
    }

    @Test
    void showsTheBeginningOfAHugeFile() {
        byte[] huge = "line\n".repeat(SourceText.MOST / 5 + 1).getBytes(StandardCharsets.UTF_8);
        Document page = pageOf(huge);
        assertThat(page.select("p.note").eachText())
                .containsExactly(
                        "The file is too big to show: this is its beginning.",
                        "Only the first 30\u202f000 lines are shown.");
        assertThat(page.select(".src tbody tr:not(.n)")).hasSize(SourceRows.MOST);
    }

    @Test
    void showsASourceThatIsNotUtf8() {
        Document page = pageOf("gr\u00fcn\nb\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(source(page, 1)).isEqualTo("grün");
        assertThat(page.select("p.note").first().text()).contains("not UTF-8");
    }

    @Test
    void showsASourceInUtf16() {
        assertThat(source(pageOf("grün\nb\n".getBytes(StandardCharsets.UTF_16)), 1))
                .isEqualTo("grün");
    }

    @Test
    void leavesTheMarkOfUtf8Out() {
        assertThat(source(page("\ufefffirst\nb\n"), 1)).isEqualTo("first");
    }

    @Test
    void showsNoSourceThatIsNoText() {
        Document page = pageOf(new byte[] {'a', 0, 'b', '\n'});
        assertThat(page.select("p.note").text()).isEqualTo("The file is not text.");
        assertThat(page.select(".src tr:not(.n):has(td)")).hasSize(3);
    }

    @Test
    void endsAPageBeforeItTakesTheMemoryOfTheBuild() {
        FileCoverageBuilder builder = new FileCoverageBuilder(Repeats.ADD_UP, Limits.USUAL);
        for (int line = 1; line <= 20_000; line++) {
            builder.line(line, 1);
            for (int arm = 0; arm < 60; arm++) {
                builder.branch(line, 0, arm, arm % 2 * 1_000_000_000);
            }
        }
        CoverageCollector collector = new CoverageCollector();
        collector.file(builder.build("many"));
        Pages pages = Pages.of(HtmlReport.of(collector.report(), new Heading("Shop", "")));
        String page = pages.text(pages.names().get(4));
        assertThat(page.length()).isBetween(SourceRows.MOST_BYTES - 1_000_000, SourceRows.MOST_BYTES + 10_000);
        assertThat(page).contains("Only the first ");
    }

    @Test
    void leadsBackToTheDirectory() {
        assertThat(page(SOURCE).select("nav a").eachText()).containsExactly("Shop", "src");
        assertThat(page(SOURCE).select("nav a").eachAttr("href")).containsExactly("../index.html", "../index.html#d1");
    }
}
