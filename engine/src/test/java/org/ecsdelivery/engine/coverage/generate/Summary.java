package org.ecsdelivery.engine.coverage.generate;

import java.nio.file.Path;
import org.ecsdelivery.engine.coverage.CoverageCollector;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.read.ReportReader;

/** Reads reports by command and prints their totals together: what a benchmark measures. */
public final class Summary {
    private Summary() {}

    /** Reads the files named. */
    public static void main(String[] files) {
        CoverageCollector collector = new CoverageCollector();
        for (String file : files) {
            new ReportReader().read(Path.of(file), collector);
        }
        CoverageReport report = collector.report();
        System.out.println(report.files().size() + " files, " + Known.of(report.totals()));
        report.warnings().forEach(System.out::println);
    }
}
