package org.ecsdelivery.engine.coverage.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.ecsdelivery.engine.coverage.CoverageCollector;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.CoverageWarning;
import org.ecsdelivery.engine.coverage.FileCoverage;

/** Reads reports that a test writes down or keeps beside itself. */
public final class Reading {
    private Reading() {}

    /** Reads that text. */
    public static CoverageReport text(String report) {
        return bytes(report.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads those bytes. */
    public static CoverageReport bytes(byte[]... reports) {
        CoverageCollector collector = new CoverageCollector();
        for (byte[] report : reports) {
            new ReportReader().read("the report", new ByteArrayInputStream(report), collector);
        }
        return collector.report();
    }

    /** Reads the fixtures beside that test, as one report. */
    public static CoverageReport fixtures(Class<?> test, String... names) {
        byte[][] reports = new byte[names.length][];
        for (int i = 0; i < names.length; i++) {
            reports[i] = fixture(test, names[i]);
        }
        return bytes(reports);
    }

    /** Returns the fixture beside that test. */
    public static byte[] fixture(Class<?> test, String name) {
        try (InputStream in = test.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no fixture " + name + " beside " + test.getSimpleName());
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the only file of the report. */
    public static FileCoverage only(CoverageReport report) {
        if (report.files().size() != 1) {
            throw new AssertionError("not one file: " + report.files());
        }
        return report.files().get(0);
    }

    /** Returns how many warnings of each kind there are. */
    public static Map<CoverageWarning.Kind, Long> warnings(CoverageReport report) {
        Map<CoverageWarning.Kind, Long> times = new TreeMap<>();
        report.warnings().forEach(warning -> times.merge(warning.kind(), warning.times(), Long::sum));
        return times;
    }
}
