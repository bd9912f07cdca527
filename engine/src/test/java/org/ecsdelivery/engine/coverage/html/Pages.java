package org.ecsdelivery.engine.coverage.html;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.read.Reading;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A written report, unpacked and parsed. */
final class Pages {
    private final Map<String, String> entries;

    private Pages(Map<String, String> entries) {
        this.entries = entries;
    }

    /** Writes a report of that tracefile, with sources by path. */
    static Pages of(String tracefile, Map<String, String> sources) {
        return of(report(tracefile).withSources(sources(sources)));
    }

    static Pages of(HtmlReport report) {
        return new Pages(unpacked(bytes(report)));
    }

    static HtmlReport report(String tracefile) {
        return HtmlReport.of(coverage(tracefile), new Heading("Shop", "Shop / Test #7"));
    }

    static CoverageReport coverage(String tracefile) {
        return Reading.text(tracefile);
    }

    static Sources sources(Map<String, String> sources) {
        return (path, most) ->
                Optional.ofNullable(sources.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] bytes(HtmlReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            report.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Map<String, String> unpacked(byte[] zip) {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                if (entries.put(entry.getName(), content) != null) {
                    throw new AssertionError(entry.getName() + " is there twice");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    List<String> names() {
        return List.copyOf(entries.keySet());
    }

    List<String> htmlNames() {
        return names().stream().filter(name -> name.endsWith(".html")).toList();
    }

    String text(String name) {
        String text = entries.get(name);
        if (text == null) {
            throw new AssertionError(name + " is not among " + entries.keySet());
        }
        return text;
    }

    Document page(String name) {
        return Jsoup.parse(text(name), "https://reports.invalid/zip/" + name);
    }

    Document start() {
        return page("index.html");
    }

    /** Returns the page of the only file whose name in the archive ends so. */
    Document file(String ending) {
        List<String> found = names().stream()
                .filter(name -> name.startsWith("f/") && name.endsWith(ending + ".html"))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found + " instead of one page of " + ending);
        }
        return page(found.get(0));
    }
}
