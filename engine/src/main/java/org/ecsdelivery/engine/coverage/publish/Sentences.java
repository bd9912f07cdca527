package org.ecsdelivery.engine.coverage.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecsdelivery.common.settings.CoverageBaseline;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.CoverageWarning;
import org.ecsdelivery.engine.coverage.patch.PatchCoverage;
import org.ecsdelivery.engine.coverage.patch.PatchFile;

/** What the build log says of coverage. */
final class Sentences {
    private static final int MOST_FILES = 20;
    private static final int MOST_RANGES = 12;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Sentences() {}

    static List<String> of(CoverageResult result) {
        List<String> lines = new ArrayList<>();
        result.read().sources().forEach(source -> lines.add("Read " + source.name() + " (" + source.format() + ")."));
        lines.add("Coverage of " + result.read().report().files().size() + " files"
                + result.baseline()
                        .map(baseline -> ", compared with " + baseline.origin())
                        .orElse("") + ":");
        result.totals().counts().forEach((metric, count) -> lines.add(total(metric, count, result.baseline())));
        result.changed().ifPresent(patch -> lines.addAll(of(patch)));
        if (result.settings().gate().partial()) {
            lines.add("Only part of the tests ran: nothing is demanded, and the figures become no baseline.");
        }
        return List.copyOf(lines);
    }

    private static String total(CoverageMetric metric, Count count, Optional<CoverageBaseline> baseline) {
        return "  " + metric.word() + ": " + share(count)
                + difference(count, metric, baseline).map(text -> ", " + text).orElse("");
    }

    private static String share(Count count) {
        return count.percent(2).toPlainString() + " % (" + count.covered() + " of " + count.total() + ")";
    }

    /** Such as {@code +0.3}, in percentage points. */
    static Optional<String> difference(Count count, CoverageMetric metric, Optional<CoverageBaseline> baseline) {
        return baseline.flatMap(known -> known.of(metric)).map(before -> {
            BigDecimal points = percent(count.covered(), count.total())
                    .subtract(percent(before.covered(), before.total()))
                    .setScale(1, RoundingMode.HALF_UP);
            return points.signum() < 0 ? points.toPlainString() : "+" + points.toPlainString();
        });
    }

    private static BigDecimal percent(long covered, long total) {
        return BigDecimal.valueOf(covered)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(total), 10, RoundingMode.HALF_UP);
    }

    private static List<String> of(PatchCoverage patch) {
        Count lines = patch.totals().of(CoverageMetric.LINES);
        if (lines.isEmpty()) {
            return List.of("No changed line holds code that was measured.");
        }
        List<String> all = new ArrayList<>();
        Count branches = patch.totals().of(CoverageMetric.BRANCHES);
        all.add("Changed lines: " + share(lines) + (branches.isEmpty() ? "" : "; their branches: " + share(branches)));
        List<PatchFile> open = patch.files().stream()
                .filter(file -> !file.missed().isEmpty() || !file.partial().isEmpty())
                .toList();
        open.stream().limit(MOST_FILES).forEach(file -> all.add("  " + of(file)));
        if (open.size() > MOST_FILES) {
            all.add("  and " + (open.size() - MOST_FILES) + " more files; all of them are in the report");
        }
        return all;
    }

    private static String of(PatchFile file) {
        return file.path()
                + (file.missed().isEmpty() ? "" : ": not covered " + ranges(file.missed()))
                + (file.partial().isEmpty() ? "" : ": covered in part " + ranges(file.partial()));
    }

    /** Such as {@code 3-7, 12}. */
    static String ranges(List<Integer> lines) {
        List<String> ranges = new ArrayList<>();
        for (int at = 0; at < lines.size(); ) {
            int end = at;
            while (end + 1 < lines.size() && lines.get(end + 1) == lines.get(end) + 1) {
                end++;
            }
            ranges.add(end == at ? "" + lines.get(at) : lines.get(at) + "-" + lines.get(end));
            at = end + 1;
        }
        String shown = ranges.stream().limit(MOST_RANGES).collect(Collectors.joining(", "));
        return ranges.size() > MOST_RANGES ? shown + ", and " + (ranges.size() - MOST_RANGES) + " more" : shown;
    }

    static String of(CoverageWarning warning) {
        return (warning.report().isEmpty() ? "" : warning.report() + ": ")
                + warning.kind().sentence()
                + (warning.first().isEmpty() ? "" : ": " + warning.first())
                + (warning.times() > 1 ? ", and " + (warning.times() - 1) + " more of the kind" : "") + ".";
    }

    static String unmeasured(PatchCoverage patch) {
        String shown = patch.unmeasured().stream().limit(MOST_FILES).collect(Collectors.joining(", "));
        return "No report tells of these changed files: " + shown
                + (patch.unmeasured().size() > MOST_FILES
                        ? ", and " + (patch.unmeasured().size() - MOST_FILES) + " more"
                        : "")
                + ".";
    }
}
