package org.ecsdelivery.engine.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings what all reports tell together, path by path, while they are read: only the union stays in memory. */
public final class CoverageCollector implements CoverageSink {
    private final Limits limits;
    private final Map<String, FileParts> files = new HashMap<>();
    private final List<CoverageWarning> warnings = new ArrayList<>();
    private final WarningTally merging = new WarningTally("");
    private long entries;

    /** Starts with nothing, within the usual limits. */
    public CoverageCollector() {
        this(Limits.USUAL);
    }

    /** Starts with nothing. */
    public CoverageCollector(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void file(FileCoverage file) {
        FileParts parts = files.get(file.path());
        if (parts == null) {
            parts = new FileParts(merging);
            files.put(file.path(), parts);
        }
        entries += parts.add(file);
        check("files", files.size(), limits.files());
        check("lines and branches", entries, limits.entries());
    }

    private static void check(String what, long number, long most) {
        if (number > most) {
            throw new LimitExceeded(
                    "more than " + most + " " + what + " in all reports together",
                    "Leave out what need not be measured (generated or foreign code), or publish in several builds.");
        }
    }

    @Override
    public void warning(CoverageWarning warning) {
        warnings.add(warning);
    }

    /** Returns the union of what came so far. */
    public CoverageReport report() {
        List<FileCoverage> merged = new ArrayList<>(files.size());
        files.values().forEach(parts -> merged.add(parts.merged()));
        List<CoverageWarning> all = new ArrayList<>(warnings);
        all.addAll(merging.warnings());
        return new CoverageReport(merged, all);
    }
}
