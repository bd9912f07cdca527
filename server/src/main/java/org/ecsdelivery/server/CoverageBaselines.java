package org.ecsdelivery.server;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import jetbrains.buildServer.serverSide.BuildStartContext;
import jetbrains.buildServer.serverSide.BuildStartContextProcessor;
import jetbrains.buildServer.serverSide.SBuild;
import org.ecsdelivery.common.settings.BuildStatistic;
import org.ecsdelivery.common.settings.CoverageBaseline;
import org.ecsdelivery.common.settings.CoverageBaseline.Counted;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.value.CoverageMetric;

/**
 * Tells a build with a coverage step what the last successful build of its branch covered, or else the last of the default branch.
 * Personal builds and builds that ran only part of the tests do not count.
 */
public final class CoverageBaselines implements BuildStartContextProcessor {
    @Override
    public void updateParameters(BuildStartContext context) {
        boolean publishes =
                context.getRunnerContexts().stream().anyMatch(step -> RunTypeId.COVERAGE.equals(step.getType()));
        if (publishes) {
            EarlierBuilds.left(context.getBuild(), CoverageBaselines::of)
                    .ifPresent(found -> context.addSharedParameter(CoverageBaseline.PARAMETER, found.text()));
        }
    }

    private static Optional<CoverageBaseline> of(SBuild build) {
        if (!build.getBuildStatus().isSuccessful()
                || build.getStatisticValue(BuildStatistic.COVERAGE_PARTIAL.key()) != null) {
            return Optional.empty();
        }
        Map<CoverageMetric, Counted> counts = new EnumMap<>(CoverageMetric.class);
        for (CoverageMetric metric : CoverageMetric.values()) {
            counted(build, metric).ifPresent(count -> counts.put(metric, count));
        }
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(new CoverageBaseline("build " + build.getBuildNumber(), counts));
    }

    private static Optional<Counted> counted(SBuild build, CoverageMetric metric) {
        BigDecimal covered = build.getStatisticValue(metric.coveredKey());
        BigDecimal total = build.getStatisticValue(metric.totalKey());
        if (covered == null || total == null || total.signum() <= 0 || covered.compareTo(total) > 0) {
            return Optional.empty();
        }
        return Optional.of(new Counted(covered.longValue(), total.longValue()));
    }
}
