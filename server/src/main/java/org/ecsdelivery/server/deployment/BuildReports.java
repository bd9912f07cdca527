package org.ecsdelivery.server.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.artifacts.BuildArtifact;
import jetbrains.buildServer.serverSide.artifacts.BuildArtifacts;
import jetbrains.buildServer.serverSide.artifacts.BuildArtifactsViewMode;
import org.ecsdelivery.common.news.DeploymentNews;

/** Finds what is known of the deployments of a build: in the journal, and of older builds in the reports that they published. */
public final class BuildReports {
    private static final String FOLDER = "ecs-delivery/";
    private static final String FILE = "deployment.json";
    private static final Pattern NAME = Pattern.compile("[\\w-]{1,255}");

    private final Journal journal;

    /** Looks in the journal first; Spring makes it. */
    public BuildReports(Journal journal) {
        this.journal = journal;
    }

    /** Returns the deployments; none of a build that deployed nothing. */
    List<JournalEntry> of(SBuild build) {
        List<JournalEntry> told = journal.of(build.getBuildId());
        return told.isEmpty() ? published(build) : told;
    }

    /** Tells whether a build has a deployment, without reading them all. */
    boolean isAny(SBuild build) {
        return !journal.of(build.getBuildId()).isEmpty()
                || artifact(build, FOLDER + FILE).isPresent();
    }

    private static List<JournalEntry> published(SBuild build) {
        List<JournalEntry> found = new ArrayList<>();
        Optional<String> first = artifact(build, FOLDER + FILE).flatMap(BuildReports::text);
        first.flatMap(Report::parse).ifPresent(report -> found.add(entry(build, report)));
        if (found.isEmpty()) {
            first.map(BuildReports::services)
                    .orElse(Stream.empty())
                    .map(service -> artifact(build, FOLDER + service + "/" + FILE))
                    .flatMap(Optional::stream)
                    .map(BuildReports::text)
                    .flatMap(Optional::stream)
                    .map(Report::parse)
                    .flatMap(Optional::stream)
                    .forEach(report -> found.add(entry(build, report)));
        }
        return List.copyOf(found);
    }

    private static JournalEntry entry(SBuild build, Report report) {
        return new JournalEntry(build.getBuildId(), "", report.text("service"), report, List.of());
    }

    /** Returns the names in the report of a step for several services. */
    private static Stream<String> services(String json) {
        return Report.of(json).all("services").stream()
                .map(each -> each.text("service"))
                .filter(name -> NAME.matcher(name).matches());
    }

    private static Optional<BuildArtifact> artifact(SBuild build, String path) {
        BuildArtifacts all = build.getArtifacts(BuildArtifactsViewMode.VIEW_DEFAULT);
        return Optional.ofNullable(all.getArtifact(path)).filter(BuildArtifact::isFile);
    }

    private static Optional<String> text(BuildArtifact artifact) {
        try (InputStream content = artifact.getInputStream()) {
            byte[] bytes = content.readNBytes(DeploymentNews.LONGEST_REPORT + 1);
            return bytes.length > DeploymentNews.LONGEST_REPORT
                    ? Optional.empty()
                    : Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
