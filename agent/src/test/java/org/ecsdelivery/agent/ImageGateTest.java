package org.ecsdelivery.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jetbrains.buildServer.agent.BuildFinishedStatus;
import jetbrains.buildServer.agent.BuildProcess;
import org.ecsdelivery.common.settings.BuildParameter;
import org.ecsdelivery.common.settings.TagMutability;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.scan.Findings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ImageGateTest {
    @TempDir
    Path directory;

    private BuildOnTest build;

    @BeforeEach
    void prepare() throws IOException {
        build = new BuildOnTest(directory);
        build.parameters.put("image.repository", "team/shop");
        build.parameters.put("image.tags", "1.4.2");
        build.parameters.put("image.scan", "GATE");
        Files.write(build.file("Dockerfile"), List.of("FROM scratch"));
        build.outside.scans.finding(Findings.CRITICAL);
    }

    private BuildFinishedStatus run() throws Exception {
        BuildProcess process = build.imageRunner().createBuildProcess(build.build, build.context);
        process.start();
        return process.waitFor();
    }

    @Test
    void handsNoImageToTheNextStepThatDoesNotPass() throws Exception {
        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.shared).doesNotContainKeys(BuildParameter.IMAGE_URI, BuildParameter.IMAGE_DIGEST);
        assertThat(build.log.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.getIdentity()).isEqualTo("ecsDeliveryScanFindings");
            assertThat(problem.getDescription())
                    .contains(
                            "1 finding of CRITICAL or graver", "CVE-2026-1 in openssl 3.0.1", "image.ignoredFindings");
        });
    }

    @Test
    void leavesTheTagsThatPeopleTrustAloneUntilTheImageHasPassed() throws Exception {
        build.parameters.put("image.tags", "1.4.2 latest");
        ImageReference latest = ImageReference.parse(BuildOnTest.HOST + "/team/shop:latest");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);
        assertThat(build.registry.digestOf(latest)).isEmpty();
        assertThat(build.log.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.getDescription()).contains("1.4.2 only", "shop:latest"));

        build.parameters.put("image.ignoredFindings", "CVE-2026-1 until 2099-12-31 because nobody calls it");
        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);
        assertThat(build.registry.digestOf(latest)).isPresent();
    }

    @Test
    void tellsInTheReportOfTheImageThatItDidNotPass() throws Exception {
        run();

        String report = build.artifacts.stream()
                .filter(path -> path.contains("image.json"))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(Path.of(report.substring(0, report.indexOf(" => ")))))
                .contains("\"outcome\" : \"FAILED\"", "CVE-2026-1");
    }

    @Test
    void handsTheImageOnWhereItOnlyReports() throws Exception {
        build.parameters.put("image.scan", "REPORT");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(build.shared).containsKey(BuildParameter.IMAGE_URI);
        assertThat(build.log.lines())
                .anyMatch(line -> line.equals("message(CRITICAL CVE-2026-1 in openssl 3.0.1., WARNING)"));
    }

    @Test
    void publishesPageAndDocumentAlsoOfAnImageThatDoesNotPass() throws Exception {
        run();

        assertThat(build.artifacts)
                .anyMatch(path -> path.endsWith("image-scan.html => ecs-delivery"))
                .anyMatch(path -> path.endsWith("image-scan.json => ecs-delivery"));
    }

    @Test
    void countsTheFindingsAsStatistics() throws Exception {
        run();

        assertThat(build.log.lines())
                .contains(
                        "message(##teamcity[buildStatisticValue key='ecs-delivery.image.findingsCritical' value='1'])")
                .contains(
                        "message(##teamcity[buildStatisticValue key='ecs-delivery.image.findingsCounting' value='1'])");
    }

    @Test
    void makesTheRepositoryAsTold() throws Exception {
        build.parameters.put("image.tagMutability", "IMMUTABLE");
        build.parameters.put("image.scan", "OFF");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(build.registry.made().madeWith(ImageReference.parse("team/shop")))
                .hasValueSatisfying(policy -> assertThat(policy.mutability()).isEqualTo(TagMutability.IMMUTABLE));
    }

    @Test
    void givesTheRepositoryTheLifecyclePolicyOfAFile() throws Exception {
        String policy = """
                {"rules": [{"rulePriority": 1,
                  "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 9},
                  "action": {"type": "expire"}}]}
                """;
        Files.writeString(build.file("lifecycle.json"), policy);
        build.parameters.put("image.lifecyclePolicyFile", "lifecycle.json");
        build.parameters.put("image.scan", "OFF");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(build.registry.made().lifecycle(ImageReference.parse("team/shop")))
                .contains(policy);
    }

    @Test
    void makesNothingWithALifecyclePolicyThatEcrWouldNotTake() throws Exception {
        Files.writeString(build.file("lifecycle.json"), "{\n\"rules\": [\n{\"priority\": 1}]}");
        build.parameters.put("image.lifecyclePolicyFile", "lifecycle.json");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.registry.created()).isEmpty();
        assertThat(build.log.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.getDescription())
                        .contains(
                                "Lifecycle policy file (image.lifecyclePolicyFile): 'lifecycle.json' is no lifecycle policy"
                                        + " that ECR takes; line 3: 'priority' is nothing that a rule has"));
    }

    @Test
    void looksForNoScanUnlessTold() throws Exception {
        build.parameters.remove("image.scan");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(build.outside.scans.asked()).isEmpty();
        assertThat(build.artifacts).noneMatch(path -> path.contains("image-scan"));
    }
}
