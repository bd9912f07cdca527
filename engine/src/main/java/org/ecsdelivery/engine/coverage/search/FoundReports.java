package org.ecsdelivery.engine.coverage.search;

import java.nio.file.Path;
import java.util.List;

/**
 * The reports of a build.
 *
 * @param fresh those to read, in order
 * @param stale those that were written before the build began
 */
public record FoundReports(List<Path> fresh, List<Path> stale) {
    /** Copies the lists. */
    public FoundReports {
        fresh = List.copyOf(fresh);
        stale = List.copyOf(stale);
    }
}
