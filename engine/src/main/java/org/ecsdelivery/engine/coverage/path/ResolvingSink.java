package org.ecsdelivery.engine.coverage.path;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ecsdelivery.engine.coverage.CoverageSink;
import org.ecsdelivery.engine.coverage.CoverageWarning;
import org.ecsdelivery.engine.coverage.CoverageWarning.Kind;
import org.ecsdelivery.engine.coverage.FileCoverage;
import org.ecsdelivery.engine.coverage.PathPattern;
import org.ecsdelivery.engine.coverage.WarningTally;

/** Stands between the reader of one report and the union of all: files come out under the checkout's own paths. */
public final class ResolvingSink implements CoverageSink {
    private final PathResolver.OfReport paths;
    private final List<PathPattern> excluded;
    private final CoverageSink next;
    private final WarningTally warnings;
    private final Set<String> unresolved = new TreeSet<>();
    private final Set<String> left = new TreeSet<>();

    /**
     * Makes the sink for one report.
     *
     * @param report the path of the report, for messages
     * @param excluded files that match are left out, by their path in the checkout
     */
    public ResolvingSink(String report, PathResolver.OfReport paths, List<PathPattern> excluded, CoverageSink next) {
        this.paths = paths;
        this.excluded = List.copyOf(excluded);
        this.next = next;
        this.warnings = new WarningTally(report);
    }

    @Override
    public void file(FileCoverage file) {
        Resolution found = paths.resolve(file.path());
        if (excluded.stream().anyMatch(pattern -> pattern.fits(found.path()))) {
            left.add(found.path());
            return;
        }
        if (!found.isFound() && unresolved.add(found.path())) {
            boolean several = found.way() == Resolution.Way.AMBIGUOUS;
            warnings.add(several ? Kind.PATH_AMBIGUOUS : Kind.PATH_UNRESOLVED, file::path);
        }
        next.file(file.withPath(found.path()));
    }

    @Override
    public void sourceRoot(String directory) {
        paths.root(directory);
        next.sourceRoot(directory);
    }

    @Override
    public void warning(CoverageWarning warning) {
        next.warning(warning);
    }

    /** Tells the next sink what was not found; called once, when the report is read. */
    public void finish() {
        warnings.warnings().forEach(next::warning);
    }

    /** Returns the paths that are no file of the checkout. */
    public Set<String> unresolved() {
        return Set.copyOf(unresolved);
    }

    /** Returns the files that were left out. */
    public Set<String> excluded() {
        return Set.copyOf(left);
    }
}
