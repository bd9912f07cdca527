package org.ecsdelivery.server.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.artifacts.BuildArtifact;
import jetbrains.buildServer.serverSide.artifacts.BuildArtifacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds that are older than the journal, or outlived it. */
class BuildReportsTest {
    @TempDir
    Path directory;

    private final ServerWithBuilds world = new ServerWithBuilds();
    private final BuildArtifacts artifacts = mock(BuildArtifacts.class);
    private BuildReports reports;
    private SBuild build;

    @BeforeEach
    void aBuildThatIsOver() {
        reports = new BuildReports(new Journal(directory));
        build = world.over(1);
        when(build.getArtifacts(any())).thenReturn(artifacts);
    }

    @Test
    void readsTheReportThatTheBuildPublished() throws Exception {
        published(
                "ecs-delivery/deployment.json",
                ReportsToTell.ended("web", "SUCCEEDED").report());

        assertThat(reports.isAny(build)).isTrue();
        assertThat(reports.of(build)).extracting(JournalEntry::service).containsExactly("web");
    }

    @Test
    void readsTheReportOfEachServiceOfASet() throws Exception {
        published(
                "ecs-delivery/deployment.json",
                "{\"result\":\"FAILED\",\"services\":[{\"service\":\"web\"},{\"service\":\"../x\"},{\"service\":\"api\"}]}");
        published(
                "ecs-delivery/web/deployment.json",
                ReportsToTell.ended("web", "SUCCEEDED").report());
        published(
                "ecs-delivery/api/deployment.json",
                ReportsToTell.ended("api", "FAILED").report());

        assertThat(reports.of(build)).extracting(JournalEntry::service).containsExactly("web", "api");
    }

    @Test
    void believesNothingThatIsNoReport() throws Exception {
        for (String text :
                new String[] {"", "[]", "{", "null", "{\"service\":{}}", "{\"services\":[1,\"x\",{}]}", "\u0000"}) {
            published("ecs-delivery/deployment.json", text);

            assertThat(reports.of(build)).as(text).isEmpty();
        }
    }

    @Test
    void readsNoMoreThanAReportEverHas() throws Exception {
        published(
                "ecs-delivery/deployment.json",
                ReportsToTell.ended("web", "SUCCEEDED").report() + " ".repeat(600 * 1024));

        assertThat(reports.of(build)).isEmpty();
    }

    @Test
    void findsNothingInABuildThatDeployedNothing() {
        assertThat(reports.isAny(build)).isFalse();
        assertThat(reports.of(build)).isEmpty();
    }

    private void published(String path, String text) throws Exception {
        BuildArtifact file = mock(BuildArtifact.class);
        when(file.isFile()).thenReturn(true);
        when(file.getInputStream()).thenAnswer(call -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        when(artifacts.getArtifact(path)).thenReturn(file);
    }
}
