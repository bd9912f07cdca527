package org.ecsdelivery.engine.coverage.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ecsdelivery.common.settings.CoverageParameters;
import org.ecsdelivery.common.settings.CoverageSettings.CoverageSearch;
import org.ecsdelivery.engine.coverage.CoverageCollector;
import org.ecsdelivery.engine.coverage.PathPattern;
import org.ecsdelivery.engine.coverage.path.CheckoutFiles;
import org.ecsdelivery.engine.coverage.path.GoModules;
import org.ecsdelivery.engine.coverage.path.PathResolver;
import org.ecsdelivery.engine.coverage.path.PathRule;
import org.ecsdelivery.engine.coverage.path.ResolvingSink;
import org.ecsdelivery.engine.coverage.read.ReportReader;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.time.Cancellation;

/** Reads all reports of a build into one, by the paths of the checkout. */
public final class CoverageReading {
    private final Path checkout;
    private final CoverageSearch search;
    private final Cancellation cancellation;

    /** Makes it. */
    public CoverageReading(Path checkout, CoverageSearch search, Cancellation cancellation) {
        this.checkout = checkout;
        this.search = search;
        this.cancellation = cancellation;
    }

    /**
     * Reads the reports.
     *
     * @throws EngineException when one of them cannot be read: a figure without it would be another one
     */
    public ReadReports read(List<Path> reports) {
        PathResolver paths = paths();
        List<PathPattern> excluded =
                search.excluded().stream().map(PathPattern::of).toList();
        CoverageCollector union = new CoverageCollector();
        List<ReadReports.Source> sources = new ArrayList<>();
        for (Path report : reports) {
            cancellation.throwIfCancelled();
            String name = shown(report);
            String directory = name.contains("/") ? name.substring(0, name.lastIndexOf('/')) : "";
            ResolvingSink sink = new ResolvingSink(name, paths.report(directory), excluded, union);
            sources.add(new ReadReports.Source(
                    name, new ReportReader().read(report, sink).label()));
            sink.finish();
        }
        return new ReadReports(union.report(), sources);
    }

    private PathResolver paths() {
        try {
            CheckoutFiles files = CheckoutFiles.in(checkout);
            List<PathRule> rules = new ArrayList<>();
            search.paths().forEach(rule -> rules.add(rule(rule.from(), rule.to())));
            rules.addAll(GoModules.rules(checkout, files));
            return new PathResolver(files, checkout.toString(), rules);
        } catch (IOException cause) {
            throw new EngineException(
                    FailureKind.COVERAGE_UNREADABLE,
                    "The files of the checkout directory " + checkout + " cannot be listed",
                    String.valueOf(cause),
                    "Look whether the build may read it.",
                    cause);
        }
    }

    private static PathRule rule(String from, String to) {
        try {
            return new PathRule(from, to);
        } catch (IllegalArgumentException refused) {
            throw new EngineException(
                    FailureKind.INVALID_PARAMETERS,
                    CoverageParameters.PATHS.label() + " (" + CoverageParameters.PATHS.name() + "): '" + from + "=>"
                            + to + "' is no rule",
                    String.valueOf(refused.getMessage()),
                    CoverageParameters.PATHS.help(),
                    refused);
        }
    }

    private String shown(Path report) {
        Path shown = report.startsWith(checkout) ? checkout.relativize(report) : report;
        return shown.toString().replace('\\', '/');
    }
}
