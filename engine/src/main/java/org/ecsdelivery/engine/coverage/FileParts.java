package org.ecsdelivery.engine.coverage;

import java.util.Arrays;

/**
 * What several reports told of one file. Parts are merged with parts of about their size only: a million small ones after a
 * large one do not copy the large one a million times.
 */
final class FileParts {
    private static final FileCoverage[] NONE = {};

    private final WarningTally warnings;
    private FileCoverage[] parts = NONE;

    FileParts(WarningTally warnings) {
        this.warnings = warnings;
    }

    /** Adds a part and returns how many more details are held now. */
    long add(FileCoverage file) {
        long before = entries();
        parts = Arrays.copyOf(parts, parts.length + 1);
        parts[parts.length - 1] = file;
        while (parts.length > 1 && size(parts.length - 2) <= 2 * size(parts.length - 1)) {
            mergeLast();
        }
        return entries() - before;
    }

    FileCoverage merged() {
        while (parts.length > 1) {
            mergeLast();
        }
        return parts[0];
    }

    private void mergeLast() {
        FileCoverage one = parts[parts.length - 2];
        FileCoverage other = parts[parts.length - 1];
        FileCoverage both = one.merge(other);
        if (one.isMergedByCount(other, both)) {
            warnings.add(CoverageWarning.Kind.MERGED_BY_COUNT, one::path);
        }
        if (one.isSummary() && other.isSummary()) {
            warnings.add(CoverageWarning.Kind.SUMS_OVERLAP, one::path);
        }
        parts = Arrays.copyOf(parts, parts.length - 1);
        parts[parts.length - 1] = both;
    }

    private long size(int index) {
        return parts[index].entries() + 1;
    }

    private long entries() {
        long sum = 0;
        for (FileCoverage part : parts) {
            sum += part.entries();
        }
        return sum;
    }
}
