package org.ecsdelivery.engine.coverage.html;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.CoverageCollector;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.Totals;
import org.ecsdelivery.engine.coverage.generate.Generated;
import org.ecsdelivery.engine.coverage.generate.SourceFile;
import org.ecsdelivery.engine.coverage.patch.ChangedLines;
import org.ecsdelivery.engine.coverage.read.ReportReader;

/**
 * By command: {@code write DIRECTORY FILES} makes sources and {@code lcov.info}; {@code publish DIRECTORY ZIP} makes the
 * pages of them, which is what a benchmark measures.
 */
public final class MadeUpCheckout {
    private MadeUpCheckout() {}

    /** Runs a command. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[1]);
        if (arguments[0].equals("write")) {
            write(directory, Integer.parseInt(arguments[2]));
        } else {
            publish(directory, Path.of(arguments[2]));
        }
    }

    private static void write(Path directory, int files) throws IOException {
        long bytes = 0;
        for (int i = 0; i < files; i++) {
            SourceFile file = SourceFile.of(i, 0);
            Path path = directory.resolve(file.folder()).resolve(file.name() + ".ts");
            Files.createDirectories(path.getParent());
            byte[] source = MadeUpSource.of(file);
            Files.write(path, source);
            bytes += source.length;
        }
        try (OutputStream out = Files.newOutputStream(directory.resolve("lcov.info"))) {
            System.out.println(Generated.LCOV.files(files, 0, out) + ", " + bytes + " bytes of source");
        }
    }

    private static void publish(Path directory, Path zip) throws IOException {
        CoverageCollector collector = new CoverageCollector();
        new ReportReader().read(directory.resolve("lcov.info"), collector);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip), 1 << 16)) {
            CoverageReport report = collector.report();
            HtmlReport.of(report, new Heading("Sample shop", "Sample shop / Test #318"))
                    .withSources((path, most) -> source(directory.resolve(path)))
                    .withChanges(changes(report))
                    .comparedTo(Totals.of(CoverageMetric.LINES, new Count(300_000, 430_000)))
                    .write(out);
        }
    }

    private static ChangedLines changes(CoverageReport report) {
        Map<String, int[]> changes = new HashMap<>();
        changes.put("README.md", new int[] {3, 4});
        for (int i = 0; i < report.files().size(); i += 60) {
            changes.put(report.files().get(i).path(), new int[] {20, 21, 22, 23, 60});
        }
        return ChangedLines.of(changes);
    }

    private static Optional<byte[]> source(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
