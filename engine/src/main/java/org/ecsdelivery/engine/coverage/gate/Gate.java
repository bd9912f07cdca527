package org.ecsdelivery.engine.coverage.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.settings.CoverageBaseline;
import org.ecsdelivery.common.settings.CoverageGate;
import org.ecsdelivery.common.settings.CoverageGate.Minimum;
import org.ecsdelivery.common.settings.CoverageGate.Scope;
import org.ecsdelivery.common.settings.CoverageParameters;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.PathPattern;

/** Holds coverage against demands, by exact numbers. */
public final class Gate {
    private final CoverageGate demands;
    private final CoverageReport report;
    private final Part all;
    private final Part changed;

    /**
     * Makes the gate.
     *
     * @param changed what is covered of the changed lines; no files where nothing is changed
     */
    public Gate(CoverageGate demands, CoverageReport report, Part changed) {
        this.demands = demands;
        this.report = report;
        this.all = Part.of(report);
        this.changed = changed;
    }

    /** Returns every demand that is not met, in the order of the settings; none when only part of the tests ran. */
    public List<Shortfall> shortfalls(Optional<CoverageBaseline> baseline) {
        if (demands.partial()) {
            return List.of();
        }
        List<Shortfall> all = new ArrayList<>();
        demands.minimums().forEach(minimum -> shortfall(minimum).ifPresent(all::add));
        baseline.ifPresent(known -> all.addAll(new Ratcheting(demands.ratchet(), this.all).shortfalls(known)));
        return List.copyOf(all);
    }

    private Optional<Shortfall> shortfall(Minimum minimum) {
        Part part = part(minimum.scope());
        Count count = part.count(minimum.metric());
        if (!count.isEmpty()) {
            return minimum.least().isReachedBy(count.covered(), count.total())
                    ? Optional.empty()
                    : Optional.of(shortfall(minimum, tooLittle(minimum, part, count)));
        }
        // nobody has to cover lines that were not changed; a component or a metric that nobody knows is a mistake in
        // the settings
        return minimum.scope().kind() == Scope.Kind.CHANGED
                ? Optional.empty()
                : Optional.of(shortfall(minimum, nothingCounted(minimum, part)));
    }

    private Part part(Scope scope) {
        return switch (scope.kind()) {
            case TOTAL -> all;
            case CHANGED -> changed;
            case COMPONENT -> Part.of(report.only(path -> isIn(scope, path)));
        };
    }

    private boolean isIn(Scope scope, String path) {
        return demands.components().getOrDefault(scope.component().orElseThrow(), List.of()).stream()
                .anyMatch(pattern -> PathPattern.of(pattern).fits(path));
    }

    private static String tooLittle(Minimum minimum, Part part, Count count) {
        return "Coverage of " + what(minimum) + " is " + Words.share(count) + ", less than " + minimum.least() + ". "
                + Words.worst(part.worst(minimum.metric())) + setting();
    }

    private static String nothingCounted(Minimum minimum, Part part) {
        String why = part.files().isEmpty()
                ? "no file that was measured fits its patterns"
                : "no report tells of " + minimum.metric().word();
        return "Coverage of " + what(minimum) + " is not known, though at least " + minimum.least() + " is demanded: "
                + why + ". " + setting();
    }

    private static String what(Minimum minimum) {
        String metric = minimum.metric().word();
        return switch (minimum.scope().kind()) {
            case TOTAL -> metric;
            case CHANGED -> minimum.metric() == CoverageMetric.LINES ? "changed lines" : metric + " of changed lines";
            case COMPONENT ->
                metric + " of component " + minimum.scope().component().orElseThrow();
        };
    }

    private static String setting() {
        return "Add tests, or change " + CoverageParameters.MINIMUMS.label() + " (" + CoverageParameters.MINIMUMS.name()
                + ").";
    }

    private static Shortfall shortfall(Minimum minimum, String text) {
        String scope = switch (minimum.scope().kind()) {
            case TOTAL -> "";
            case CHANGED -> "Changed";
            case COMPONENT -> Words.identifier(minimum.scope().component().orElseThrow());
        };
        return new Shortfall("ecsDeliveryCoverage" + scope + Words.capitalized(minimum.metric()), text);
    }
}
