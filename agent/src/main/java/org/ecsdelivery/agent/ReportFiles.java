package org.ecsdelivery.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jetbrains.buildServer.agent.BuildRunnerContext;
import jetbrains.buildServer.agent.artifacts.ArtifactsWatcher;
import jetbrains.buildServer.messages.Status;
import org.ecsdelivery.engine.doctor.Checkup;
import org.ecsdelivery.engine.report.DeploymentReport;
import org.ecsdelivery.engine.report.ImageStory;
import org.ecsdelivery.engine.report.PipelineReport;
import org.ecsdelivery.engine.report.ScanSummary;
import org.ecsdelivery.engine.report.SetSummary;
import org.ecsdelivery.engine.report.TaskSummary;
import org.ecsdelivery.engine.report.Verdict;

/** Writes the report of a step where TeamCity cleans up after the build, and publishes it as artifacts. */
final class ReportFiles {
    private static final String TARGET = "ecs-delivery";
    /** Where TeamCity shows artifacts only to those who ask for the hidden ones. */
    private static final String HIDDEN = ".teamcity/ecs-delivery";

    private final Path directory;
    private final ArtifactsWatcher artifacts;

    ReportFiles(BuildRunnerContext context, ArtifactsWatcher artifacts) {
        this.directory = context.getBuild().getBuildTempDirectory().toPath().resolve("ecs-delivery-" + context.getId());
        this.artifacts = artifacts;
    }

    /** Publishes the report; how the deployment ended does not depend on whether that works. */
    void publish(DeploymentReport report, Verdict verdict, StepLog log) {
        try {
            Files.createDirectories(directory);
            write("deployment.json", log.masking().masked(report.json(verdict)));
            write("deployment.html", log.masking().masked(report.html(verdict)));
        } catch (IOException unwritten) {
            log.line("The report could not be written to " + directory + ": " + unwritten, Status.WARNING);
        }
    }

    /** Publishes the report of one of several services, in a directory of its own. */
    void publish(String service, DeploymentReport report, Verdict verdict, StepLog log) {
        try {
            Path own = Files.createDirectories(directory.resolve(service));
            write(own, TARGET + "/" + service, "deployment.json", log.masking().masked(report.json(verdict)));
            write(own, TARGET + "/" + service, "deployment.html", log.masking().masked(report.html(verdict)));
        } catch (IOException unwritten) {
            log.line("The report could not be written to " + directory + ": " + unwritten, Status.WARNING);
        }
    }

    /** Publishes what came of several services together. */
    void publish(SetSummary summary, Verdict verdict, StepLog log) {
        try {
            Files.createDirectories(directory);
            write("deployment.json", log.masking().masked(summary.json(verdict)));
            write("deployment.html", log.masking().masked(summary.html(verdict)));
        } catch (IOException unwritten) {
            log.line("The report could not be written to " + directory + ": " + unwritten, Status.WARNING);
        }
    }

    /** Publishes what came of tasks; how they ended does not depend on whether that works. */
    void publish(TaskSummary summary, StepLog log) {
        try {
            Files.createDirectories(directory);
            write("tasks.json", log.masking().masked(summary.json()));
        } catch (IOException unwritten) {
            log.line("The report could not be written to " + directory + ": " + unwritten, Status.WARNING);
        }
    }

    /** Publishes what came of an image; whether it can be deployed does not depend on whether that works. */
    void publish(ImageStory story, StepLog log) {
        try {
            Files.createDirectories(directory);
            write("image.json", log.masking().masked(story.json()));
            write("image.html", log.masking().masked(story.html()));
            String metadata = story.metadata();
            if (!metadata.isEmpty()) {
                write(directory, HIDDEN, "buildkit-metadata.json", log.masking().masked(metadata));
            }
        } catch (IOException unwritten) {
            log.line("The report could not be written to " + directory + ": " + unwritten, Status.WARNING);
        }
    }

    /** Publishes what came of the scan of an image; whether it passes does not depend on whether that works. */
    void publish(ScanSummary summary, StepLog log) {
        try {
            Files.createDirectories(directory);
            write("image-scan.json", log.masking().masked(summary.json()));
            write("image-scan.html", log.masking().masked(summary.html()));
        } catch (IOException unwritten) {
            log.line("The report could not be written to " + directory + ": " + unwritten, Status.WARNING);
        }
    }

    /** Publishes what was found in pipelines. */
    void publish(Checkup checkup, StepLog log) {
        try {
            Files.createDirectories(directory);
            write("pipeline.json", log.masking().masked(PipelineReport.json(checkup)));
            write("pipeline.html", log.masking().masked(PipelineReport.html(checkup)));
        } catch (IOException unwritten) {
            log.line("The report could not be written to " + directory + ": " + unwritten, Status.WARNING);
        }
    }

    private void write(String name, String text) throws IOException {
        write(directory, TARGET, name, text);
    }

    private void write(Path where, String target, String name, String text) throws IOException {
        Path file = Files.writeString(where.resolve(name), text);
        artifacts.addNewArtifactsPath(file + " => " + target);
    }
}
