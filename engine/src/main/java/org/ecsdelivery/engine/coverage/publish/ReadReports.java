package org.ecsdelivery.engine.coverage.publish;

import java.util.List;
import org.ecsdelivery.engine.coverage.CoverageReport;

/**
 * What was read.
 *
 * @param report all reports together
 * @param sources where it comes from
 */
public record ReadReports(CoverageReport report, List<Source> sources) {
    /** Copies the list. */
    public ReadReports {
        sources = List.copyOf(sources);
    }

    /**
     * One report.
     *
     * @param name its path from the checkout directory
     * @param format what it is
     */
    public record Source(String name, String format) {}
}
