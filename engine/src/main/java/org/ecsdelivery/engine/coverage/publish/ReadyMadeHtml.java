package org.ecsdelivery.engine.coverage.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ecsdelivery.common.settings.CoverageParameters;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/**
 * The HTML report that a tool has made, as an archive whose first page is {@code index.html}, which TeamCity's tab begins with. Some
 * tools put the report into one directory for each browser: the only one is taken, of several there is a list. Links are not followed.
 */
public final class ReadyMadeHtml {
    private static final String START = "index.html";

    private final Path directory;
    private final List<String> starts;

    private ReadyMadeHtml(Path directory, List<String> starts) {
        this.directory = directory;
        this.starts = starts;
    }

    /**
     * Finds the report.
     *
     * @throws EngineException when the directory has none
     */
    public static ReadyMadeHtml in(Path directory) {
        try {
            if (Files.isRegularFile(directory.resolve(START))) {
                return new ReadyMadeHtml(directory, List.of());
            }
            List<String> below;
            try (Stream<Path> children = Files.list(directory)) {
                below = children.filter(child -> Files.isRegularFile(child.resolve(START)))
                        .map(child -> String.valueOf(child.getFileName()))
                        .sorted()
                        .toList();
            }
            if (below.isEmpty()) {
                throw refused(directory, "it has no index.html, nor has a directory in it");
            }
            return below.size() == 1
                    ? new ReadyMadeHtml(directory.resolve(below.get(0)), List.of())
                    : new ReadyMadeHtml(directory, below);
        } catch (IOException cause) {
            throw refused(directory, "it cannot be read: " + cause);
        }
    }

    /**
     * Writes the archive.
     *
     * @param out stays open
     * @throws IOException when a file cannot be read, or the archive not be written
     */
    public void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        if (!starts.isEmpty()) {
            zip.putNextEntry(new ZipEntry(START));
            zip.write(list().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            zip.putNextEntry(new ZipEntry(directory.relativize(file).toString().replace('\\', '/')));
            Files.copy(file, zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private String list() {
        StringBuilder page =
                new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Coverage"
                        + "</title><style>:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:2rem}</style>"
                        + "<h1>Coverage</h1><ul>\n");
        starts.forEach(name -> page.append("<li><a href=\"")
                .append(address(name))
                .append("/index.html\">")
                .append(escaped(name))
                .append("</a></li>\n"));
        return page.append("</ul></html>\n").toString();
    }

    private static String address(String name) {
        StringBuilder address = new StringBuilder();
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = each >= '0' && each <= '9' || each >= 'A' && each <= 'Z' || each >= 'a' && each <= 'z';
            address.append(plain ? String.valueOf((char) each) : String.format("%%%02X", each & 0xff));
        }
        return address.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static EngineException refused(Path directory, String why) {
        return new EngineException(
                FailureKind.COVERAGE_MISSING,
                CoverageParameters.HTML_DIRECTORY.label() + " (" + CoverageParameters.HTML_DIRECTORY.name() + "): "
                        + directory + " is no HTML report",
                why,
                CoverageParameters.HTML_DIRECTORY.help());
    }
}
