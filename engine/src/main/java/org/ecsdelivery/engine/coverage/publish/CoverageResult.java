package org.ecsdelivery.engine.coverage.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.BuildStatistic;
import org.ecsdelivery.common.settings.CoverageBaseline;
import org.ecsdelivery.common.settings.CoverageSettings;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.Totals;
import org.ecsdelivery.engine.coverage.gate.Gate;
import org.ecsdelivery.engine.coverage.gate.Part;
import org.ecsdelivery.engine.coverage.gate.Shortfall;
import org.ecsdelivery.engine.coverage.patch.PatchCoverage;

/**
 * What came of the coverage step.
 *
 * @param settings what was asked for
 * @param read what was read
 * @param changed what is covered of the changed lines, where they are looked at
 * @param baseline what an earlier build covered, where one is known
 */
public record CoverageResult(
        CoverageSettings settings,
        ReadReports read,
        Optional<PatchCoverage> changed,
        Optional<CoverageBaseline> baseline) {

    /** Returns the counts of all files. */
    public Totals totals() {
        return read.report().totals();
    }

    /** Returns the demands that are not met. */
    public List<Shortfall> shortfalls() {
        return new Gate(settings.gate(), read.report(), changedPart()).shortfalls(baseline);
    }

    private Part changedPart() {
        return new Part(changed.stream()
                .flatMap(patch -> patch.files().stream())
                .map(file -> new Part.Share(
                        file.path(),
                        Totals.of(CoverageMetric.LINES, file.lines()).with(CoverageMetric.BRANCHES, file.branches())))
                .toList());
    }

    /**
     * Returns TeamCity's statistics: pairs of numbers, never percentages, which TeamCity makes of them, and none without a total
     * (TeamCity documentation, "Importing Arbitrary Coverage Results").
     */
    public Map<String, Long> statistics() {
        Map<String, Long> all = new LinkedHashMap<>();
        totals().counts().forEach((metric, count) -> {
            if (metric != CoverageMetric.INSTRUCTIONS) {
                put(all, metric, count);
            }
        });
        settings.publication()
                .blocks()
                .metric()
                .ifPresent(metric -> put(all, CoverageMetric.INSTRUCTIONS, totals().of(metric)));
        changed.map(patch -> patch.totals().of(CoverageMetric.LINES))
                .filter(lines -> !lines.isEmpty())
                .ifPresent(lines -> {
                    all.put(BuildStatistic.COVERAGE_CHANGED_COVERED.key(), lines.covered());
                    all.put(BuildStatistic.COVERAGE_CHANGED_TOTAL.key(), lines.total());
                });
        if (settings.gate().partial()) {
            all.put(BuildStatistic.COVERAGE_PARTIAL.key(), 1L);
        }
        return all;
    }

    private static void put(Map<String, Long> all, CoverageMetric as, Count count) {
        if (!count.isEmpty()) {
            all.put(as.coveredKey(), count.covered());
            all.put(as.totalKey(), count.total());
        }
    }

    /** Returns the few words for the line of the build, such as {@code coverage 81.2 % (+0.3)}. */
    public String status() {
        CoverageMetric metric = mainMetric();
        Count count = totals().of(metric);
        return count.isEmpty()
                ? "coverage unknown"
                : "coverage " + count.percent(1).toPlainString() + " %"
                        + Sentences.difference(count, metric, baseline)
                                .map(text -> " (" + text + ")")
                                .orElse("");
    }

    private CoverageMetric mainMetric() {
        return totals().of(CoverageMetric.LINES).isEmpty() ? CoverageMetric.STATEMENTS : CoverageMetric.LINES;
    }

    /** Returns what the build log says, a line each; warnings are apart. */
    public List<String> lines() {
        return Sentences.of(this);
    }

    /** Returns what people should know, a line each. */
    public List<String> warnings() {
        List<String> all = new ArrayList<>();
        read.report().warnings().forEach(warning -> all.add(Sentences.of(warning)));
        changed.filter(patch -> !patch.unmeasured().isEmpty()).ifPresent(patch -> all.add(Sentences.unmeasured(patch)));
        return all;
    }

    /** Returns the document, JSON. */
    public String json() {
        return CoverageJson.of(this);
    }
}
