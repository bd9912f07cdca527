package org.ecsdelivery.engine.coverage.gate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.Totals;

/**
 * Something of which coverage is demanded: all files, a component, the changed lines.
 *
 * @param files what is covered, file by file
 */
public record Part(List<Share> files) {
    private static final int NAMED = 5;

    /**
     * What is covered of one file.
     *
     * @param path the file
     * @param totals the counts, of the changed lines only where the part is those
     */
    public record Share(String path, Totals totals) {}

    /** Copies the files. */
    public Part {
        files = List.copyOf(files);
    }

    /** Returns all files of a report. */
    public static Part of(CoverageReport report) {
        return new Part(report.files().stream()
                .map(file -> new Share(file.path(), file.totals()))
                .toList());
    }

    /** Returns the count of all files together. */
    public Count count(CoverageMetric metric) {
        Count sum = Count.NONE;
        for (Share file : files) {
            sum = sum.plus(file.totals().of(metric));
        }
        return sum;
    }

    /** Names the files that miss most, such as {@code src/a.js (12 of 40)}; empty when none misses anything. */
    String worst(CoverageMetric metric) {
        return files.stream()
                .filter(file -> file.totals().of(metric).missed() > 0)
                .sorted(Comparator.comparingLong(
                                (Share file) -> -file.totals().of(metric).missed())
                        .thenComparing(Share::path))
                .limit(NAMED)
                .map(file -> file.path() + " (" + file.totals().of(metric).missed() + " of "
                        + file.totals().of(metric).total() + ")")
                .collect(Collectors.joining(", "));
    }
}
