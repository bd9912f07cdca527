package org.ecsdelivery.engine.coverage.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.FileCoverage;
import org.ecsdelivery.engine.coverage.Totals;

/**
 * What was covered of the lines a change touched, and of the branches in them.
 *
 * @param files the changed files that the report tells of, sorted by path
 * @param unmeasured the changed files that no report tells of: texts, or code that no test loaded
 */
public record PatchCoverage(List<PatchFile> files, List<String> unmeasured) {
    /** Keeps its own lists. */
    public PatchCoverage {
        files = List.copyOf(files);
        unmeasured = List.copyOf(unmeasured);
    }

    /** Looks the changed lines up in the report, whose paths are those of the checkout. */
    public static PatchCoverage of(CoverageReport report, ChangedLines changed) {
        List<PatchFile> files = new ArrayList<>();
        List<String> unmeasured = new ArrayList<>();
        for (String path : changed.paths()) {
            Optional<FileCoverage> file = report.file(path);
            if (file.isPresent()) {
                files.add(of(file.get(), changed.lines(path)));
            } else {
                unmeasured.add(path);
            }
        }
        return new PatchCoverage(files, unmeasured);
    }

    private static PatchFile of(FileCoverage file, int[] changed) {
        List<Integer> missed = new ArrayList<>();
        List<Integer> partial = new ArrayList<>();
        Count branches = Count.NONE;
        int code = 0;
        for (int line : changed) {
            Count taken = file.branches().count(line);
            branches = branches.plus(taken);
            int index = file.lines().indexOf(line);
            if (index >= 0) {
                code++;
                boolean ran = file.lines().hits(index) > 0;
                if (!ran) {
                    missed.add(line);
                } else if (taken.missed() > 0) {
                    partial.add(line);
                }
            }
        }
        return new PatchFile(file.path(), new Count(code - missed.size(), code), branches, missed, partial);
    }

    /** Returns the lines and branches of all files together. */
    public Totals totals() {
        Count lines = Count.NONE;
        Count branches = Count.NONE;
        for (PatchFile file : files) {
            lines = lines.plus(file.lines());
            branches = branches.plus(file.branches());
        }
        return Totals.of(CoverageMetric.LINES, lines).with(CoverageMetric.BRANCHES, branches);
    }
}
