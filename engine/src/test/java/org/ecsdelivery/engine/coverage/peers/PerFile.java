package org.ecsdelivery.engine.coverage.peers;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.CoverageCollector;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.FileCoverage;
import org.ecsdelivery.engine.coverage.NamedTable;
import org.ecsdelivery.engine.coverage.read.ReportReader;

/**
 * Prints what reports come to, file by file, then together, for a comparison with other tools:
 * {@code lcov | lcov-by-name | istanbul REPORTS...}. By name, functions of one name in one file are one, as they are for lcov.
 */
public final class PerFile {
    private PerFile() {}

    /** Reads the files named. */
    public static void main(String[] arguments) {
        CoverageCollector collector = new CoverageCollector();
        for (String file : List.of(arguments).subList(1, arguments.length)) {
            new ReportReader().read(Path.of(file), collector);
        }
        CoverageReport report = collector.report();
        boolean byName = arguments[0].equals("lcov-by-name");
        Count functions = Count.NONE;
        for (FileCoverage file : report.files()) {
            Count named = byName ? byName(file.functions()) : file.count(CoverageMetric.FUNCTIONS);
            functions = functions.plus(named);
            print(file.path(), file.count(CoverageMetric.LINES), named, file.count(CoverageMetric.BRANCHES));
            last(arguments[0], file.count(CoverageMetric.STATEMENTS));
        }
        print("total", of(report, CoverageMetric.LINES), functions, of(report, CoverageMetric.BRANCHES));
        last(arguments[0], of(report, CoverageMetric.STATEMENTS));
    }

    private static Count of(CoverageReport report, CoverageMetric metric) {
        return report.totals().of(metric);
    }

    private static void print(String name, Count lines, Count functions, Count branches) {
        System.out.print(name + " lines " + lines + " functions " + functions + " branches " + branches);
    }

    private static void last(String format, Count statements) {
        System.out.println(format.equals("istanbul") ? " statements " + statements : "");
    }

    private static Count byName(NamedTable functions) {
        Map<String, Boolean> ran = new HashMap<>();
        for (int i = 0; i < functions.size(); i++) {
            ran.merge(functions.name(i), functions.hits(i) > 0, Boolean::logicalOr);
        }
        return new Count(ran.values().stream().filter(hit -> hit).count(), ran.size());
    }
}
