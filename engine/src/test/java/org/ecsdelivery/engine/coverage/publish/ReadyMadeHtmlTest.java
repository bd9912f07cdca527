package org.ecsdelivery.engine.coverage.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ecsdelivery.engine.failure.EngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadyMadeHtmlTest {
    @TempDir
    Path directory;

    @Test
    void packsTheReportWithItsFirstPageAtTheRoot() throws IOException {
        page("index.html", "start");
        page("src/a.js.html", "a");

        assertThat(packed()).containsExactly(Map.entry("index.html", "start"), Map.entry("src/a.js.html", "a"));
    }

    @Test
    void takesTheReportOfTheOnlyBrowser() throws IOException {
        page("Chrome 120/index.html", "start");

        assertThat(packed()).containsExactly(Map.entry("index.html", "start"));
    }

    @Test
    void listsTheReportsOfSeveralBrowsers() throws IOException {
        page("A&B <1>/index.html", "a");
        page("Firefox/index.html", "f");

        assertThat(packed()).containsKeys("index.html", "A&B <1>/index.html", "Firefox/index.html");
        assertThat(packed().get("index.html")).contains("<a href=\"A%26B%20%3C1%3E/index.html\">A&amp;B &lt;1&gt;</a>");
    }

    @Test
    void followsNoLinkOutOfTheReport() throws IOException {
        page("index.html", "start");
        Files.createSymbolicLink(directory.resolve("secret.html"), Path.of("/etc/hostname"));

        assertThat(packed()).containsOnlyKeys("index.html");
    }

    @Test
    void saysThatThereIsNoReport() {
        assertThatThrownBy(() -> ReadyMadeHtml.in(directory))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("coverage.htmlDirectory")
                .hasMessageContaining("no index.html");
    }

    @Test
    void saysThatThereIsNoDirectory() {
        assertThatThrownBy(() -> ReadyMadeHtml.in(directory.resolve("gone"))).isInstanceOf(EngineException.class);
    }

    private void page(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Map<String, String> packed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReadyMadeHtml.in(directory).write(out);
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
