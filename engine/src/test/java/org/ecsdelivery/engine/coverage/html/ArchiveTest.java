package org.ecsdelivery.engine.coverage.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.ecsdelivery.engine.coverage.patch.ChangedLines;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    private static final List<String> HOSTILE = List.of(
            "../../etc/passwd",
            "/etc/passwd",
            "C:\\Windows\\x.dll",
            "c:/windows/x.dll",
            "a/../../../b",
            "Same.ts",
            "same.ts",
            "SAME.TS",
            "con",
            "<img src=x onerror=alert(1)>",
            "\"onmouseover=alert(1) '",
            "a\u0001\u0007\u202eb",
            "x".repeat(5000) + ".ts",
            "a/".repeat(3000) + "deep.ts",
            "dir/",
            "//",
            "ünïcödé/日本.ts",
            "javascript:alert(1)",
            "?query#fragment",
            ".");

    private static Pages hostile() {
        return Pages.of(tracefile(HOSTILE), Map.of());
    }

    private static String tracefile(List<String> paths) {
        return paths.stream()
                .map(path -> "SF:" + path + "\nFN:1,<b>" + path + "\nFNDA:0,<b>" + path
                        + "\nDA:1,0\nDA:2,1\nend_of_record\n")
                .collect(Collectors.joining());
    }

    private static String many(int files) {
        return tracefile(IntStream.range(0, files)
                .mapToObj(i -> "d" + i % 40 + "/e" + i % 7 + "/f" + i)
                .toList());
    }

    @Test
    void beginsWithTheFirstPage() {
        assertThat(hostile().names()).startsWith("index.html", "report.css", "report.js", "files.js");
    }

    @Test
    void givesEveryFileAPageOfASafeName() {
        List<String> names =
                hostile().names().stream().filter(name -> name.startsWith("f/")).toList();
        assertThat(names)
                .hasSize(HOSTILE.size())
                .allMatch(name -> name.matches("f/[0-9a-f]{8}-[a-z0-9._-]{0,46}\\.html"));
        assertThat(names.stream().map(name -> name.toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
    }

    @Test
    void namesThePageOfAPathTheSameInEveryBuild() {
        assertThat(Pages.of(many(1), Map.of()).names()).contains("f/e88c9e55-f0.html");
        assertThat(Pages.of(many(50), Map.of()).names()).contains("f/e88c9e55-f0.html");
    }

    @Test
    void tellsPathsOfTheSameChecksumApart() {
        PageNames names = new PageNames();
        assertThat(List.of(names.name("f/", "a"), names.name("f/", "a"), names.name("f/", "a")))
                .containsExactly("f/e8b7be43-a.html", "f/e8b7be43-a-2.html", "f/e8b7be43-a-3.html");
    }

    @Test
    void leadsNowhereButToItsOwnPagesAndLines() {
        for (Pages pages : List.of(hostile(), Pages.of(many(900), Map.of()), random())) {
            for (String name : pages.htmlNames()) {
                Document page = pages.page(name);
                for (Element link : page.select("[href], [src]")) {
                    String target = link.hasAttr("href") ? link.attr("href") : link.attr("src");
                    assertThat(brokenLink(pages, name, target)).as(name).isEmpty();
                }
            }
        }
    }

    /** Makes a report of files that are covered and changed here and there. */
    private static Pages random() {
        Random random = new Random(11);
        StringBuilder report = new StringBuilder();
        Map<String, int[]> changes = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            report.append("SF:f").append(i).append('\n');
            for (int line = 1; line < 200; line += 1 + random.nextInt(random.nextBoolean() ? 2 : 9)) {
                report.append("DA:")
                        .append(line)
                        .append(',')
                        .append(random.nextInt(3))
                        .append('\n');
                if (random.nextInt(3) == 0) {
                    report.append("BRDA:")
                            .append(line)
                            .append(",0,0,")
                            .append(random.nextInt(2))
                            .append('\n');
                }
            }
            report.append("end_of_record\n");
            changes.put("f" + i, random.ints(40, 1, 200).toArray());
        }
        return Pages.of(Pages.report(report.toString()).withChanges(ChangedLines.of(changes)));
    }

    private static String brokenLink(Pages pages, String from, String target) {
        URI resolved = URI.create("https://zip/" + from).resolve(target);
        String path = resolved.getPath().substring(1);
        boolean inside = "zip".equals(resolved.getHost()) && pages.names().contains(path);
        String fragment = resolved.getFragment();
        return inside && (fragment == null || pages.page(path).getElementById(fragment) != null) ? "" : target;
    }

    @Test
    void letsNoNameBecomeMarkup() {
        for (Pages pages : List.of(hostile())) {
            for (String name : pages.htmlNames()) {
                Document page = pages.page(name);
                assertThat(page.select("img, b b, [onerror], [onmouseover], base, iframe, form"))
                        .isEmpty();
                assertThat(page.select("script[src]").size())
                        .isEqualTo(page.select("script").size());
                assertThat(pages.text(name)).doesNotContain("\u202e", "\u0001");
            }
        }
    }

    @Test
    void letsNoNameEndTheListOfFiles() {
        assertThat(hostile().text("files.js"))
                .doesNotContain("<", "\u202e", "\\W")
                .contains("\"C:\\u005cWindows\\u005cx.dll\"", "\"\\u0022onmouseover=alert(1) \\u0027\"", "日本.ts");
    }

    @Test
    void givesNoTwoElementsOfAPageTheSameName() {
        for (String name : hostile().htmlNames()) {
            List<String> ids = hostile().page(name).select("[id]").eachAttr("id");
            assertThat(ids).as(name).doesNotHaveDuplicates();
        }
    }

    @Test
    void forbidsItsPagesEverythingButTheirOwnStyleAndScript() {
        Pages pages = hostile();
        for (String name : pages.htmlNames()) {
            String policy = pages.page(name)
                    .select("meta[http-equiv=Content-Security-Policy]")
                    .attr("content");
            assertThat(policy)
                    .isIn(
                            "default-src 'none';style-src 'self'",
                            "default-src 'none';style-src 'self';script-src 'self'");
            assertThat(pages.text(name)).doesNotContain("style=", "<style", "javascript:\"");
        }
    }

    @Test
    void asksForNothingThatAnIsolatedPageMayNot() {
        assertThat(hostile().text("report.js"))
                .doesNotContain(
                        "fetch", "XMLHttpRequest", "localStorage", "cookie", "serviceWorker", "innerHTML", "eval");
        assertThat(hostile().text("report.css")).doesNotContain("@import", "url(");
    }

    @Test
    void hasLandmarksAndTableHeadsOnEveryPage() {
        Pages pages = hostile();
        for (String name : pages.htmlNames()) {
            Document page = pages.page(name);
            assertThat(page.select("html").attr("lang")).isEqualTo("en");
            assertThat(page.select("body > main#main > h1")).hasSize(1);
            assertThat(page.select("body > a.skip[href=#main]")).hasSize(1);
            assertThat(page.select("table:not(:has(thead th[scope=col]))")).isEmpty();
            assertThat(page.title()).isNotBlank();
        }
    }

    @Test
    void isTheSameForTheSameReport() {
        assertThat(Pages.bytes(Pages.report(many(300)))).isEqualTo(Pages.bytes(Pages.report(many(300))));
    }

    @Test
    void isAnArchiveThatOthersRead(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("coverage.zip"), Pages.bytes(Pages.report(many(200))));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isGreaterThan(200);
            assertThat(zip.stream().map(entry -> entry.getTimeLocal().getYear()))
                    .containsOnly(1980);
            assertThat(new String(zip.getInputStream(zip.getEntry("index.html")).readAllBytes()))
                    .startsWith("<!DOCTYPE html>");
        }
    }

    @Test
    void takesMoreEntriesThanTheOldFormatCounts(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("coverage.zip");
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 70_000; i++) {
            entries.add(new Entry("e" + i, out -> out.raw("x")));
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            new Archive(1).write(entries.iterator(), out);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(70_000);
            assertThat(zip.getInputStream(zip.getEntry("e69999")).readAllBytes())
                    .containsExactly('x');
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int end = bytes.limit() - 22;
        assertThat(bytes.getShort(end + 10))
                .as("entries, as old readers see them")
                .isEqualTo((short) 0xffff);
        assertThat(bytes.getInt(end - 20)).as("mark of the locator").isEqualTo(0x07064b50);
        int newEnd = (int) bytes.getLong(end - 12);
        assertThat(bytes.getInt(newEnd)).as("mark of the new end").isEqualTo(0x06064b50);
        assertThat(bytes.getLong(newEnd + 32)).as("entries").isEqualTo(70_000);
    }

    @Test
    void leavesTheStreamOpen() throws IOException {
        Set<String> calls = new HashSet<>();
        Pages.report(many(3)).write(new ByteArrayOutputStream() {
            @Override
            public void close() {
                calls.add("close");
            }
        });
        assertThat(calls).isEmpty();
    }

    @Test
    void failsWithWhatASourceFailedWith() {
        HtmlReport report = Pages.report(many(3)).withSources((path, most) -> {
            throw new IllegalStateException("no disk");
        });
        assertThatThrownBy(() -> report.write(new ByteArrayOutputStream()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no disk");
    }

    @Test
    void stopsWithTheBuild() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Pages.report(many(300)).write(new ByteArrayOutputStream()))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
