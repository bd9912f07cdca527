package org.ecsdelivery.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import jetbrains.buildServer.agent.BuildFinishedStatus;
import jetbrains.buildServer.agent.BuildProcess;
import org.ecsdelivery.common.settings.BuildParameter;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.value.ImageReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ImageRunnerTest {
    @TempDir
    Path directory;

    private BuildOnTest build;

    @BeforeEach
    void prepare() throws IOException {
        build = new BuildOnTest(directory);
        build.parameters.put("image.repository", "team/shop");
        build.parameters.put("image.tags", "1.4.2 latest");
        dockerfile("FROM scratch");
    }

    @Test
    void bearsTheNameThatTheServerKnows() {
        assertThat(build.imageRunner().getRunnerInfo().getType()).isEqualTo(RunTypeId.IMAGE);
    }

    @Test
    void tellsTheStepsAfterItWhatItPushed() throws Exception {
        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        String repository = BuildOnTest.HOST + "/team/shop";
        String digest = build.shared.get(BuildParameter.IMAGE_DIGEST);
        assertThat(digest).matches("sha256:[0-9a-f]{64}");
        assertThat(build.shared)
                .containsEntry(BuildParameter.IMAGE_REPOSITORY, repository)
                .containsEntry(BuildParameter.IMAGE_TAG, "1.4.2")
                .containsEntry(BuildParameter.IMAGE_URI, repository + "@" + digest);
    }

    @Test
    void reportsSizeAndPushTimeAsStatistics() throws Exception {
        run();

        assertThat(build.log.lines())
                .anyMatch(line -> line.startsWith(
                        "message(##teamcity[buildStatisticValue key='ecs-delivery.image.bytes' value='"))
                .anyMatch(line -> line.startsWith(
                        "message(##teamcity[buildStatisticValue key='ecs-delivery.image.pushMs' value='"));
    }

    @Test
    void tellsTeamCityOfEachImageThatItPushed() throws Exception {
        run();

        String digest = build.shared.get(BuildParameter.IMAGE_DIGEST);
        assertThat(build.log.lines())
                .filteredOn(line -> line.contains("dockerMessage"))
                .containsExactly(
                        "message(##teamcity[dockerMessage type='dockerImage.push' value='" + BuildOnTest.HOST
                                + "/team/shop:1.4.2,size:0,digest:" + digest + "'])",
                        "message(##teamcity[dockerMessage type='dockerImage.push' value='" + BuildOnTest.HOST
                                + "/team/shop:latest,size:0,digest:" + digest + "'])");
    }

    @Test
    void publishesAReportWithoutSecretsAndFigures() throws Exception {
        build.passwords.addPassword("hunter2");
        build.parameters.put("image.labels", "secret=hunter2");

        run();

        assertThat(artifact("image.json"))
                .contains("\"outcome\" : \"PUSHED\"", "\"name\" : \"FROM scratch\"", "\"secret\" : \"")
                .doesNotContain("hunter2");
        assertThat(artifact("image.html"))
                .contains("Image " + BuildOnTest.HOST + "/team/shop:1.4.2")
                .doesNotContain("hunter2");
        assertThat(build.log.lines())
                .anyMatch(line -> line.startsWith(
                        "message(##teamcity[buildStatisticValue key='ecs-delivery.image.layersPushed' value='"));
    }

    @Test
    void publishesAReportOfABuildThatFailed() throws Exception {
        dockerfile("FROM scratch", "COPY missing /");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(artifact("image.json")).contains("\"outcome\" : \"FAILED\"", "missing");
    }

    @Test
    void foldsTheLogIntoBlocksInAFlowOfItsOwn() throws Exception {
        run();

        assertThat(build.log.calls())
                .startsWith("startFlow()")
                .endsWith("disposeFlow()")
                .containsSubsequence(
                        "activityStarted(Build the image, ecsDelivery)",
                        "message(Step 1/1 : FROM scratch, NORMAL)",
                        "activityFinished(Build the image, ecsDelivery)",
                        "activityStarted(Push the image, ecsDelivery)",
                        "activityFinished(Push the image, ecsDelivery)");
    }

    @Test
    void showsWhatADockerfilePrintsAndDoesNotObeyIt() throws Exception {
        dockerfile("FROM scratch", "RUN echo ##teamcity[buildStatus status='SUCCESS' text='owned']");

        run();

        assertThat(build.log.lines())
                .filteredOn(line -> line.contains("owned"))
                .isNotEmpty()
                .noneMatch(line -> line.contains("##teamcity["));
    }

    @Test
    void masksTheRegistrysTokenInEveryForm() throws Exception {
        run();

        assertThat(build.passwords.getPasswords()).contains("token-1", base64("token-1"), base64("AWS:token-1"));
    }

    @Test
    void reportsAllParametersThatAreNotInOrderAsOneProblem() throws Exception {
        build.parameters.put("image.tags", "-not a tag-");
        build.parameters.put("aws.region", "nowhere at all");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.getIdentity()).isEqualTo("ecsDeliveryInvalidParameters");
            assertThat(problem.getDescription()).contains("2 parameters", "image.tags", "aws.region");
        });
    }

    @Test
    void masksSecretsEvenOfSettingsThatAreNotInOrder() throws Exception {
        build.parameters.put("secure:aws.secretAccessKey", "s3cr&t/\"key");
        build.parameters.put("image.tags", "");

        run();

        assertThat(build.passwords.getPasswords())
                .contains(
                        "s3cr&t/\"key",
                        base64("s3cr&t/\"key"),
                        "s3cr%26t%2F%22key",
                        "s3cr&t/\\\"key",
                        "s3cr&amp;t/&quot;key");
    }

    @Test
    void givesTheImagesOfAPersonalBuildTagsOfTheirOwnAndSaysSo() throws Exception {
        build.personal();

        run();

        ImageReference repository = ImageReference.parse(BuildOnTest.HOST + "/team/shop");
        assertThat(build.shared).containsEntry(BuildParameter.IMAGE_TAG, "personal-4711-1.4.2");
        assertThat(build.registry.digestOf(repository.withTag(new org.ecsdelivery.common.value.ImageTag("latest"))))
                .isEmpty();
        assertThat(build.log.lines())
                .anyMatch(line -> line.contains("personal build") && line.contains("personal-4711-latest"));
    }

    @Test
    void masksWhatIsInTheFilesOfBuildSecrets() throws Exception {
        Files.writeString(
                build.file(".npmrc"),
                "# a comment that stays\n//npm.example.com/:_authToken=npm_0123\nA='long value'\n");
        build.parameters.put("image.secrets", "npm=.npmrc");
        dockerfile("FROM scratch", "RUN --mount=type=secret,id=npm cat /run/secrets/npm");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(build.passwords.getPasswords())
                .contains("npm_0123", "//npm.example.com/:_authToken=npm_0123", "long value")
                .doesNotContain("# a comment that stays");
    }

    @Test
    void namesEveryBuildSecretThatIsNotThereBeforeAnythingElse() throws Exception {
        build.parameters.put("image.secrets", "npm=.npmrc\nenv=no/such.env");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.getIdentity()).isEqualTo("ecsDeliveryInvalidPath");
            assertThat(problem.getDescription()).contains("'npm' (.npmrc)", "'env' (no/such.env)");
        });
    }

    @Test
    void warnsOfPasswordsInBuildArgumentsAndLabelsBeforeItBuilds() throws Exception {
        build.passwords.addPassword("hunter2");
        build.parameters.put("image.buildArgs", "TOKEN=hunter2\nMODE=open");
        build.parameters.put("image.labels", "secret=hunter2");

        run();

        assertThat(build.log.lines())
                .filteredOn(line -> line.contains("comes from a password of TeamCity"))
                .hasSize(2)
                .anyMatch(line -> line.contains("The value of TOKEN in Build arguments (image.buildArgs)")
                        && line.contains("Build secrets (image.secrets)"))
                .anyMatch(line -> line.contains("The value of secret in Labels (image.labels)"))
                .allMatch(line -> line.endsWith(", WARNING)"));
    }

    @Test
    void warnsOfBuildArgumentsThatSoundLikeSecretsAndNotOfPathsAndSwitches() throws Exception {
        build.parameters.put(
                "image.buildArgs", "NPM_TOKEN=abc\nDB_PASSWORD=x\nTOKENIZER=fast\nSECRET_FILE=/run/x\nUSE_TOKEN=true");

        run();

        assertThat(build.log.lines())
                .filteredOn(line -> line.contains("sounds like a secret"))
                .hasSize(2)
                .anyMatch(line -> line.contains("The build argument NPM_TOKEN in Build arguments (image.buildArgs)"))
                .anyMatch(line -> line.contains("The build argument DB_PASSWORD"))
                .allMatch(line -> line.endsWith(", WARNING)"));
    }

    @Test
    void buildsADockerfileThatIsEnteredAsTextAndLeavesNoneBehind() throws Exception {
        Files.delete(build.file("Dockerfile"));
        build.parameters.put("image.dockerfileText", "FROM scratch\nLABEL entered=true");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(build.log.calls()).contains("message(Step 2/2 : LABEL entered=true, NORMAL)");
        assertThat(build.build.getBuildTempDirectory().list((in, name) -> name.startsWith("ecs-delivery-p")))
                .isEmpty();
    }

    @Test
    void closesWhatItOpened() throws Exception {
        run();

        assertThat(build.outside.closed).isEqualTo(1);
    }

    private String artifact(String name) throws IOException {
        String path = build.artifacts.stream()
                .filter(each -> each.contains("/" + name + " => ecs-delivery"))
                .findFirst()
                .orElseThrow();
        return Files.readString(Path.of(path.split(" => ")[0]));
    }

    private BuildFinishedStatus run() throws Exception {
        BuildProcess process = build.imageRunner().createBuildProcess(build.build, build.context);
        process.start();
        return process.waitFor();
    }

    private void dockerfile(String... lines) throws IOException {
        Files.write(build.file("Dockerfile"), List.of(lines));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
