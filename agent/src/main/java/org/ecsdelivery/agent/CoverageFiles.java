package org.ecsdelivery.agent;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jetbrains.buildServer.agent.AgentRunningBuild;
import jetbrains.buildServer.agent.BuildRunnerContext;
import jetbrains.buildServer.agent.artifacts.ArtifactsWatcher;
import org.ecsdelivery.common.settings.CoverageParameters;
import org.ecsdelivery.common.settings.CoverageSettings.Publication;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.Totals;
import org.ecsdelivery.engine.coverage.html.Heading;
import org.ecsdelivery.engine.coverage.html.HtmlReport;
import org.ecsdelivery.engine.coverage.patch.ChangedLines;
import org.ecsdelivery.engine.coverage.publish.CoverageResult;
import org.ecsdelivery.engine.coverage.publish.ReadyMadeHtml;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** Writes what a coverage step publishes where TeamCity cleans up after the build, and publishes it as artifacts. */
final class CoverageFiles {
    private static final String ARCHIVE = "coverage.zip";

    private final AgentRunningBuild build;
    private final BuildRunnerContext context;
    private final Path directory;
    private final ArtifactsWatcher artifacts;

    CoverageFiles(BuildRunnerContext context, ArtifactsWatcher artifacts) {
        this.build = context.getBuild();
        this.context = context;
        this.directory = build.getBuildTempDirectory().toPath().resolve("ecs-delivery-coverage");
        this.artifacts = artifacts;
    }

    Path directory() {
        return directory;
    }

    /**
     * Makes sure that this is the only coverage step of the build: what TeamCity shows of two would be the figures of one of them.
     *
     * @throws EngineException when another one ran
     */
    void claim() {
        try {
            Files.createDirectories(directory.getParent());
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException another) {
            throw new EngineException(
                    FailureKind.INVALID_PARAMETERS,
                    "This build has a second Publish Coverage step",
                    "TeamCity would show the figures of one of them as those of the build",
                    "Name all reports in Reports (coverage.reports) of one step: it makes one figure of them.");
        } catch (IOException cause) {
            throw unwritable(cause);
        }
    }

    /** Publishes document and HTML. */
    void publish(CoverageResult result, Optional<ChangedLines> changed, StepLog log) {
        try {
            Path json = Files.writeString(
                    directory.resolve("coverage.json"), log.masking().masked(result.json()));
            artifacts.addNewArtifactsPath(json + " => ecs-delivery");
            Publication publication = result.settings().publication();
            switch (publication.html()) {
                case OWN -> archive(own(result, changed));
                case READY_MADE -> archive(readyMade(publication.directory().orElseThrow()));
                case NONE -> log.line("No HTML report is published, as set.");
            }
        } catch (IOException cause) {
            throw unwritable(cause);
        }
    }

    private Content own(CoverageResult result, Optional<ChangedLines> changed) throws IOException {
        Heading heading = new Heading(build.getBuildTypeName(), "build " + build.getBuildNumber());
        HtmlReport report = HtmlReport.of(result.read().report(), heading)
                .withSources(new CheckoutSources(build.getCheckoutDirectory().toPath()))
                .comparedTo(before(result));
        return changed.map(report::withChanges).orElse(report)::write;
    }

    private static Totals before(CoverageResult result) {
        Totals totals = Totals.NONE;
        if (result.baseline().isPresent()) {
            for (var each : result.baseline().get().counts().entrySet()) {
                totals = totals.with(
                        each.getKey(),
                        new Count(each.getValue().covered(), each.getValue().total()));
            }
        }
        return totals;
    }

    private Content readyMade(String path) {
        return ReadyMadeHtml.in(
                CheckoutFile.of(context, CoverageParameters.HTML_DIRECTORY).find(path))::write;
    }

    private void archive(Content content) throws IOException {
        Path file = directory.resolve(ARCHIVE);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            content.write(out);
        }
        artifacts.addNewArtifactsPath(file.toString());
    }

    private EngineException unwritable(IOException cause) {
        return new EngineException(
                FailureKind.INTERNAL,
                "Coverage cannot be written to " + directory,
                String.valueOf(cause),
                "Look whether the agent's disk is full.",
                cause);
    }

    /** What goes into an archive. */
    @FunctionalInterface
    private interface Content {
        void write(OutputStream out) throws IOException;
    }
}
