package org.ecsdelivery.engine.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What was covered of all files: the union of every report read, sorted by path. */
public final class CoverageReport {
    /** No files. */
    public static final CoverageReport EMPTY = new CoverageReport(List.of(), List.of());

    private static final Comparator<FileCoverage> BY_PATH = Comparator.comparing(FileCoverage::path);

    private final List<FileCoverage> files;
    private final List<CoverageWarning> warnings;
    private final Totals totals;

    CoverageReport(List<FileCoverage> files, List<CoverageWarning> warnings) {
        List<FileCoverage> sorted = new ArrayList<>(files);
        sorted.sort(BY_PATH);
        this.files = List.copyOf(sorted);
        this.warnings = List.copyOf(warnings);
        this.totals = Totals.of(this.files);
    }

    /** Returns the files, sorted by path; no path comes twice. */
    public List<FileCoverage> files() {
        return files;
    }

    /** Returns the file of that path. */
    public Optional<FileCoverage> file(String path) {
        int low = 0;
        int high = files.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = files.get(middle).path().compareTo(path);
            if (order == 0) {
                return Optional.of(files.get(middle));
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return Optional.empty();
    }

    /** Returns the exact counts of all files. */
    public Totals totals() {
        return totals;
    }

    /** Returns what people should know about the reports. */
    public List<CoverageWarning> warnings() {
        return warnings;
    }

    /** Tells whether no file is known. */
    public boolean isEmpty() {
        return files.isEmpty();
    }

    /** Returns the part of the files whose paths fit, such as a component. */
    public CoverageReport only(Predicate<String> path) {
        return new CoverageReport(
                files.stream().filter(file -> path.test(file.path())).toList(), warnings);
    }

    /** Returns both reports together. */
    public CoverageReport merge(CoverageReport other) {
        CoverageCollector both = new CoverageCollector();
        for (CoverageReport report : List.of(this, other)) {
            report.files.forEach(both::file);
            report.warnings.forEach(both::warning);
        }
        return both.report();
    }
}
