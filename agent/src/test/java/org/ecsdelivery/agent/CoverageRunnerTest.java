package org.ecsdelivery.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipFile;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.agent.BuildFinishedStatus;
import jetbrains.buildServer.agent.BuildProcess;
import org.ecsdelivery.common.settings.CoverageBaseline;
import org.ecsdelivery.common.settings.RunTypeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CoverageRunnerTest {
    @TempDir
    Path directory;

    private BuildOnTest build;

    @BeforeEach
    void aReportOfThisBuild() throws IOException {
        build = new BuildOnTest(directory);
        write("src/a.js", "one\ntwo\nthree\nfour\n");
        report("SF:/app/src/a.js\nDA:1,1\nDA:2,1\nDA:3,1\nDA:4,0\nend_of_record\n");
    }

    @Test
    void bearsTheNameThatTheServerKnows() {
        assertThat(build.coverageRunner().getRunnerInfo().getType()).isEqualTo(RunTypeId.COVERAGE);
    }

    @Test
    void publishesTheFiguresThePageAndTheDocument() throws Exception {
        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(build.log.lines())
                .anyMatch(line -> line.contains("key='CodeCoverageAbsLCovered' value='3'"))
                .anyMatch(line -> line.contains("key='CodeCoverageAbsLTotal' value='4'"))
                .anyMatch(line -> line.contains("buildStatus") && line.contains("coverage 75.0 %"))
                .anyMatch(line -> line.contains("lines: 75.00 % (3 of 4)"));
        assertThat(build.artifacts).hasSize(2).anyMatch(rule -> rule.endsWith("coverage.json => ecs-delivery"));
        assertThat(archive()).contains("index.html");
    }

    @Test
    void showsTheSourcesOfTheCheckout() throws Exception {
        run();

        try (ZipFile zip = new ZipFile(zip())) {
            assertThat(zip.stream().filter(entry -> entry.getName().endsWith("a.js.html")))
                    .singleElement()
                    .satisfies(entry -> assertThat(
                                    new String(zip.getInputStream(entry).readAllBytes()))
                            .contains("three"));
        }
    }

    @Test
    void hasAProblemForEachDemandThatIsNotMet() throws Exception {
        build.parameters.put("coverage.minimums", "lines 80\nbranches 50");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(build.log.problems())
                .extracting(BuildProblemData::getIdentity)
                .containsExactly("ecsDeliveryCoverageLines", "ecsDeliveryCoverageBranches");
    }

    @Test
    void comparesWithWhatTheServerHandsOver() throws Exception {
        build.configuration.put(CoverageBaseline.PARAMETER, "lines=4/4 from=build 12");
        build.parameters.put("coverage.ratchet", "lines");

        run();

        assertThat(build.log.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.getIdentity()).isEqualTo("ecsDeliveryCoverageFellLines");
            assertThat(problem.getDescription()).contains("fell from 100 % (4 of 4) in build 12 to 75 % (3 of 4)");
        });
    }

    @Test
    void comparesWithAFileOfTheCheckout() throws Exception {
        write("baseline.json", "{\"format\":1,\"totals\":{\"lines\":{\"covered\":4,\"total\":4}}}");
        build.parameters.put("coverage.ratchet", "lines");
        build.parameters.put("coverage.baseline", "FILE");
        build.parameters.put("coverage.baselineFile", "baseline.json");

        run();

        assertThat(build.log.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.getDescription()).contains("in baseline.json"));
    }

    @Test
    void listsChangedLinesOfADiff() throws Exception {
        write("change.diff", "--- a/src/a.js\n+++ b/src/a.js\n@@ -3,2 +3,2 @@\n-3\n-4\n+three\n+four\n");
        build.parameters.put("coverage.patch", "DIFF");
        build.parameters.put("coverage.patchDiff", "change.diff");

        run();

        assertThat(build.log.lines())
                .anyMatch(line -> line.contains("Changed lines: 50.00 % (1 of 2)"))
                .anyMatch(line -> line.contains("src/a.js: not covered 4"));
    }

    @Test
    void looksAtTheFilesThatTeamCityListsAsChanged() throws Exception {
        write(
                "changed.txt",
                "src/a.js:CHANGED:0a1b2c3\nsrc/gone.js:REMOVED:0a1b2c3\nsrc:DIRECTORY_CHANGED:x\nREADME.md:ADDED:<personal>\n");
        build.system.put(
                "teamcity.build.changedFiles.file",
                directory.resolve("changed.txt").toString());
        build.parameters.put("coverage.patch", "FILES");

        run();

        assertThat(build.log.lines())
                .anyMatch(line -> line.contains("Changed lines: 75.00 % (3 of 4)"))
                .anyMatch(line -> line.contains("No report tells of these changed files: README.md."));
    }

    @Test
    void saysThatTeamCityListsNoChanges() throws Exception {
        build.parameters.put("coverage.patch", "FILES");

        run();

        assertThat(build.log.problems())
                .extracting(BuildProblemData::getIdentity)
                .containsExactly("ecsDeliveryChangesUnknown");
    }

    @Test
    void readsNoDiffOutsideOfTheCheckout() throws Exception {
        build.parameters.put("coverage.patch", "DIFF");
        build.parameters.put("coverage.patchDiff", "../../etc/passwd");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.problems())
                .extracting(BuildProblemData::getIdentity)
                .containsExactly("ecsDeliveryInvalidParameters");
    }

    @Test
    void leavesOutAReportOfAnEarlierBuildAndFailsWithoutAnother() throws Exception {
        Files.setLastModifiedTime(
                directory.resolve("coverage/lcov.info"),
                FileTime.from(build.time.instant().minus(Duration.ofHours(1))));

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.lines()).anyMatch(line -> line.contains("written before this build began"));
        assertThat(build.log.problems())
                .extracting(BuildProblemData::getIdentity)
                .containsExactly("ecsDeliveryCoverageMissing");
    }

    @Test
    void onlySaysThatThereIsNoReportWhereAsked() throws Exception {
        Files.delete(directory.resolve("coverage/lcov.info"));
        build.parameters.put("coverage.whenMissing", "NOTHING");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(build.log.problems()).isEmpty();
        assertThat(build.artifacts).isEmpty();
    }

    @Test
    void refusesASecondCoverageStepInTheSameBuild() throws Exception {
        run();

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.getDescription()).contains("second Publish Coverage step"));
    }

    @Test
    void publishesTheReportOfATool() throws Exception {
        write("html/index.html", "by a tool");
        build.parameters.put("coverage.html", "READY_MADE");
        build.parameters.put("coverage.htmlDirectory", "html");

        run();

        assertThat(archive()).containsExactly("index.html");
    }

    @Test
    void publishesNothingFromOutsideOfTheCheckout() throws Exception {
        build.parameters.put("coverage.html", "READY_MADE");
        build.parameters.put("coverage.htmlDirectory", "..");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.getDescription()).contains("outside of the checkout"));
        assertThat(build.artifacts).noneMatch(rule -> rule.endsWith("coverage.zip"));
    }

    @Test
    void publishesNoHtmlWhereAsked() throws Exception {
        build.parameters.put("coverage.html", "NONE");

        run();

        assertThat(build.artifacts).singleElement().asString().endsWith("coverage.json => ecs-delivery");
    }

    @Test
    void saysWhichReportCannotBeRead() throws Exception {
        report("nothing of the kind");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.getIdentity()).isEqualTo("ecsDeliveryCoverageUnreadable");
            assertThat(problem.getDescription()).contains("lcov.info");
        });
    }

    @Test
    void takesNothingThatAReportSaysForAServiceMessage() throws Exception {
        report("SF:##teamcity[buildStatus status='SUCCESS' text='x']\nDA:1,1\nend_of_record\n");

        run();

        assertThat(build.log.lines()).noneMatch(line -> line.contains("##teamcity[buildStatus status='SUCCESS'"));
    }

    private List<String> archive() throws IOException {
        try (ZipFile zip = new ZipFile(zip())) {
            return zip.stream().map(entry -> entry.getName()).toList();
        }
    }

    private String zip() {
        return build.artifacts.stream()
                .filter(rule -> rule.endsWith("coverage.zip"))
                .findFirst()
                .orElseThrow();
    }

    private void report(String text) throws IOException {
        write("coverage/lcov.info", text);
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(build.time.instant().plusSeconds(30)));
    }

    private BuildFinishedStatus run() throws Exception {
        BuildProcess process = build.coverageRunner().createBuildProcess(build.build, build.context);
        process.start();
        return process.waitFor();
    }
}
