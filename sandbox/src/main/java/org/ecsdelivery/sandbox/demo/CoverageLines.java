package org.ecsdelivery.sandbox.demo;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.sandbox.teamcity.BuildResult;

/** The coverage of a build on the last screen: what TeamCity makes of the statistics, and where the pages are. */
final class CoverageLines {
    private static final String PAGES = "coverage.zip";

    private CoverageLines() {}

    /** Returns values by name; none when the build published no coverage. */
    static Map<String, String> of(BuildResult result) {
        Map<String, String> lines = new LinkedHashMap<>();
        String shares = Stream.of(CoverageMetric.LINES, CoverageMetric.BRANCHES)
                .flatMap(metric -> share(metric, result.statistics()).stream())
                .collect(Collectors.joining(", "));
        if (!shares.isEmpty()) {
            lines.put("coverage", shares);
        }
        if (result.artifacts().contains(PAGES)) {
            Path pages = result.artifactsDirectory().resolve(PAGES);
            lines.put("pages", pages.toString());
        }
        return lines;
    }

    private static Optional<String> share(CoverageMetric metric, Map<String, BigDecimal> statistics) {
        BigDecimal covered = statistics.get(metric.coveredKey());
        BigDecimal total = statistics.get(metric.totalKey());
        if (covered == null || total == null || total.signum() == 0) {
            return Optional.empty();
        }
        // rounded as on the pages
        BigDecimal percent = new Count(covered.longValueExact(), total.longValueExact()).percent(1);
        return Optional.of(percent + " % of " + metric.word() + " (" + covered + " of " + total + ")");
    }
}
