package org.ecsdelivery.agent;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jetbrains.buildServer.agent.AgentRunningBuild;
import jetbrains.buildServer.agent.BuildRunnerContext;
import jetbrains.buildServer.agent.artifacts.ArtifactsWatcher;
import jetbrains.buildServer.messages.Status;
import org.ecsdelivery.agent.git.GitCheckout;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.CoverageBaseline;
import org.ecsdelivery.common.settings.CoverageGate.Ratchet.Baseline;
import org.ecsdelivery.common.settings.CoverageParameters;
import org.ecsdelivery.common.settings.CoverageSettings;
import org.ecsdelivery.common.settings.CoverageSettings.CoverageSearch;
import org.ecsdelivery.common.settings.CoverageSettings.PatchSource;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.patch.ChangedLines;
import org.ecsdelivery.engine.coverage.patch.PatchCoverage;
import org.ecsdelivery.engine.coverage.patch.UnifiedDiff;
import org.ecsdelivery.engine.coverage.publish.BaselineFile;
import org.ecsdelivery.engine.coverage.publish.CoverageReading;
import org.ecsdelivery.engine.coverage.publish.CoverageResult;
import org.ecsdelivery.engine.coverage.publish.ReadReports;
import org.ecsdelivery.engine.coverage.search.FoundReports;
import org.ecsdelivery.engine.coverage.search.ReportSearch;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.time.Cancellation;

/** The coverage step: one figure and one report of all reports, held against demands. */
final class CoverageStep implements StepWork {
    private final AgentRunningBuild build;
    private final BuildRunnerContext context;
    private final StepLog log;
    private final Instant buildStart;
    private final CoverageFiles files;

    CoverageStep(BuildRunnerContext context, StepLog log, Instant buildStart, ArtifactsWatcher artifacts) {
        this.build = context.getBuild();
        this.context = context;
        this.log = log;
        this.buildStart = buildStart;
        this.files = new CoverageFiles(context, artifacts);
    }

    @Override
    public Optional<Problem> run(Cancellation cancellation) {
        CoverageSettings settings = StepSettings.required(
                CoverageParameters.parse(StepSettings.given(CoverageParameters.ALL, context), References.RESOLVED));
        files.claim();
        List<Path> reports = reports(settings.search(), cancellation);
        if (reports.isEmpty()) {
            return missing(settings.search());
        }
        ReadReports read = new CoverageReading(checkout(), settings.search(), cancellation).read(reports);
        Optional<ChangedLines> changed = changed(settings.patch(), read.report(), cancellation);
        CoverageResult result = new CoverageResult(
                settings, read, changed.map(lines -> PatchCoverage.of(read.report(), lines)), baseline(settings));
        result.warnings().forEach(warning -> log.line(warning, Status.WARNING));
        result.lines().forEach(log::line);
        result.statistics().forEach((key, value) -> log.statistic(key, BigDecimal.valueOf(value)));
        files.publish(result, changed, log);
        log.status(result.status());
        result.shortfalls().forEach(each -> log.problem(each.identity(), each.text()));
        return Optional.empty();
    }

    private Path checkout() {
        return build.getCheckoutDirectory().toPath();
    }

    private List<Path> reports(CoverageSearch search, Cancellation cancellation) {
        FoundReports found = new ReportSearch(context.getWorkingDirectory().toPath(), buildStart, cancellation)
                .find(search.reports(), search.older());
        found.stale()
                .forEach(each -> log.line(
                        "Left out " + each + ": it was written before this build began. Files of artifact dependencies"
                                + " may be, too: set " + name(CoverageParameters.OLDER) + " then.",
                        Status.WARNING));
        return found.fresh();
    }

    private Optional<Problem> missing(CoverageSearch search) {
        String text = "No coverage report was found in " + context.getWorkingDirectory()
                + (search.reports().isEmpty() ? "" : " for " + String.join(", ", search.reports()))
                + ". Run the tests with coverage switched on in a step before, or correct "
                + name(CoverageParameters.REPORTS) + ".";
        return switch (search.whenMissing()) {
            case ERROR -> Optional.of(new Problem(FailureKind.COVERAGE_MISSING, text));
            case WARNING -> told(text, Status.WARNING);
            case NOTHING -> told(text, Status.NORMAL);
        };
    }

    private Optional<Problem> told(String text, Status status) {
        log.line(text, status);
        return Optional.empty();
    }

    private Optional<ChangedLines> changed(PatchSource source, CoverageReport report, Cancellation cancellation) {
        return switch (source.kind()) {
            case OFF -> Optional.empty();
            case GIT -> Optional.of(lines(differences(source.where().orElseThrow(), cancellation), "git diff"));
            case DIFF -> {
                String path = source.where().orElseThrow();
                yield Optional.of(lines(
                        CheckoutFile.of(context, CoverageParameters.PATCH_DIFF).find(path), path));
            }
            case FILES -> Optional.of(ChangedFiles.of(context).linesOf(report));
        };
    }

    private Path differences(String base, Cancellation cancellation) {
        return new GitCheckout(
                        checkout(),
                        files.directory(),
                        context.getBuildParameters().getEnvironmentVariables(),
                        cancellation)
                .differencesSince(base);
    }

    private ChangedLines lines(Path diff, String name) {
        try (InputStream in = Files.newInputStream(diff)) {
            return UnifiedDiff.parse(name, in);
        } catch (IOException cause) {
            throw CheckoutFile.of(context, CoverageParameters.PATCH_DIFF)
                    .refused(name, "cannot be read: " + cause, cause);
        }
    }

    private Optional<CoverageBaseline> baseline(CoverageSettings settings) {
        if (settings.gate().ratchet().baseline() == Baseline.FILE) {
            String path = settings.gate().ratchet().file().orElseThrow();
            return Optional.of(BaselineFile.read(
                    CheckoutFile.of(context, CoverageParameters.BASELINE_FILE).find(path), path));
        }
        return Optional.ofNullable(context.getConfigParameters().get(CoverageBaseline.PARAMETER))
                .flatMap(CoverageBaseline::parse);
    }

    private static String name(Parameter parameter) {
        return parameter.label() + " (" + parameter.name() + ")";
    }

    @Override
    public String leftBehind() {
        return "No coverage of this build is complete.";
    }
}
