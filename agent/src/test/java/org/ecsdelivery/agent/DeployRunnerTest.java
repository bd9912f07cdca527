package org.ecsdelivery.agent;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.agent.BuildFinishedStatus;
import jetbrains.buildServer.agent.BuildProcess;
import org.ecsdelivery.common.settings.BuildParameter;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.InMemoryEcs;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DeployRunnerTest {
    @TempDir
    Path directory;

    private BuildOnTest build;

    @BeforeEach
    void prepare() {
        build = new BuildOnTest(directory);
        build.parameters.put("deploy.cluster", "prod");
        build.parameters.put("deploy.service", "web");
        String image = BuildOnTest.HOST + "/team/shop@sha256:" + "a".repeat(64);
        build.registry.holding(ImageReference.parse(image));
        build.parameters.put("deploy.image", image);
        build.configuration.put("teamcity.serverUrl", "https://teamcity.example.com/");
    }

    @Test
    void bearsTheNameThatTheServerKnows() {
        assertThat(build.deployRunner().getRunnerInfo().getType()).isEqualTo(RunTypeId.DEPLOY);
    }

    @Test
    void tellsTheStepsAfterItWhatItDeployed() throws Exception {
        rollsOutAndDrains();

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(build.shared)
                .containsEntry(BuildParameter.DEPLOY_RESULT, "SUCCEEDED")
                .containsEntry(BuildParameter.DEPLOY_DEPLOYMENT, "ecs-svc/2")
                .containsEntry(BuildParameter.DEPLOY_TASK_DEFINITION, InMemoryEcs.revisionArn(2));
    }

    @Test
    void deploysWhatTheImageStepOfTheBuildPushedWhenNoImageIsGiven() throws Exception {
        build.configuration.put(BuildParameter.IMAGE_URI, build.parameters.remove("deploy.image"));
        rollsOutAndDrains();

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);
    }

    @Test
    void asksForAnImageWhenNoneIsGivenAndNonePushed() throws Exception {
        build.parameters.remove("deploy.image");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.problems())
                .extracting(BuildProblemData::getDescription)
                .first()
                .asString()
                .contains("Image (deploy.image): nothing is given");
    }

    @Test
    void publishesTheReportForPeopleAndForMachines() throws Exception {
        rollsOutAndDrains();

        run();

        Path files = directory.resolve("temp").resolve("ecs-delivery-RUNNER_1");
        assertThat(build.artifacts)
                .containsExactly(
                        files.resolve("deployment.json") + " => ecs-delivery",
                        files.resolve("deployment.html") + " => ecs-delivery");
        assertThat(Files.readString(files.resolve("deployment.json"))).contains("\"result\" : \"SUCCEEDED\"");
    }

    @Test
    void reportsTheSecondsToEachLevelAsStatistics() throws Exception {
        rollsOutAndDrains();

        run();

        assertThat(build.log.lines())
                .anyMatch(line -> line.contains("key='ecs-delivery.deploy.secondsToLive'"))
                .anyMatch(line -> line.contains("key='ecs-delivery.deploy.secondsToDeployed'"))
                .anyMatch(line -> line.contains("key='ecs-delivery.deploy.secondsToDrained'"));
    }

    @Test
    void reportsTheRequestsToAwsAsStatisticWhateverTheEnd() throws Exception {
        build.time.at(ofSeconds(5), () -> build.ecs.rollout("ecs-svc/2", Rollout.FAILED, "tasks failed to start"));

        run();

        assertThat(build.log.lines()).anyMatch(line -> line.contains("key='ecs-delivery.deploy.awsCalls' value='31'"));
        assertThat(Files.readString(directory.resolve("temp/ecs-delivery-RUNNER_1/deployment.json")))
                .contains("\"awsCalls\" : 31");
    }

    @Test
    void hasAProblemOfItsOwnWhenEcsRolledBack() throws Exception {
        build.time.at(ofSeconds(5), () -> {
            build.ecs.crash("new1", "ecs-svc/2", 1, "Essential container in task exited");
            build.ecs.rollout("ecs-svc/2", Rollout.FAILED, "tasks failed to start");
            build.ecs.newPrimary("ecs-svc/3", 1, "rolling back");
            build.ecs.rollout("ecs-svc/3", Rollout.COMPLETED, "");
        });

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.problems())
                .extracting(BuildProblemData::getIdentity)
                .containsExactly("ecsDeliveryRolledBack");
        assertThat(build.shared).containsEntry(BuildParameter.DEPLOY_RESULT, "ROLLED_BACK");
    }

    @Test
    void hasAProblemAndAReportWhenTheServiceIsNotThere() throws Exception {
        build.parameters.put("deploy.service", "gone");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.problems())
                .extracting(BuildProblemData::getIdentity)
                .containsExactly("ecsDeliveryServiceNotFound");
        assertThat(build.shared).containsEntry(BuildParameter.DEPLOY_RESULT, "FAILED");
        assertThat(build.artifacts).hasSize(2);
    }

    @Test
    void changesNothingWhenOneOfSeveralServicesIsNotThere() throws Exception {
        build.parameters.put("deploy.service", "web, gone");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.ecs.calls()).doesNotContain("ecs:RegisterTaskDefinition", "ecs:UpdateService");
        assertThat(build.log.problems())
                .extracting(BuildProblemData::getDescription)
                .singleElement()
                .asString()
                .startsWith("Nothing was changed: of 2 services, 1 cannot be deployed to: gone: ");
        assertThat(build.shared)
                .containsEntry("ecs-delivery.deploy.result", "FAILED")
                .containsEntry("ecs-delivery.deploy.web.result", "NOT_BEGUN")
                .containsEntry("ecs-delivery.deploy.gone.result", "FAILED");
        assertThat(build.log.lines()).anyMatch(line -> line.contains("web: "));
    }

    @Test
    void deploysSeveralServicesNeitherInAPersonalBuild() throws Exception {
        build.personal();
        build.parameters.put("deploy.service", "web, mail");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.ecs.calls()).isEmpty();
    }

    @Test
    void deploysNothingInAPersonalBuildAndAsksAwsForNothing() throws Exception {
        build.personal();

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.problems())
                .extracting(BuildProblemData::getIdentity)
                .containsExactly("ecsDeliveryPersonalBuild");
        assertThat(build.ecs.calls()).isEmpty();
    }

    @Test
    void onlyPlansInADryRunWhichAPersonalBuildMayDoToo() throws Exception {
        build.personal();
        build.parameters.put("deploy.dryRun", "true");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(build.ecs.calls()).doesNotContain("ecs:RegisterTaskDefinition", "ecs:UpdateService");
        assertThat(build.shared).containsEntry(BuildParameter.DEPLOY_RESULT, "PLANNED");
        assertThat(build.log.lines()).anyMatch(line -> line.contains("Dry run: nothing was changed;"));
    }

    @Test
    void showsWhatContainersWriteAndDoesNotObeyIt() throws Exception {
        build.ecs.logs("##teamcity[setParameter name='env.PATH' value='/evil']");
        build.time.at(ofSeconds(5), () -> build.ecs.crash("new1", "ecs-svc/2", 1, "exited"));
        build.time.at(ofSeconds(20), () -> build.ecs.event("(service web) ##teamcity[buildStop comment='x']"));
        build.parameters.put("deploy.timeoutMinutes", "1");

        run();

        assertThat(build.log.lines())
                .filteredOn(line -> line.contains("/evil") || line.contains("buildStop"))
                .hasSize(2)
                .noneMatch(line -> line.contains("##teamcity["));
    }

    @Test
    void masksSecretsThatComeToLightOnTheWay() throws Exception {
        build.time.at(ofSeconds(1), () -> build.outside.secrets.add(Secret.of("session-token-of-role")));
        rollsOutAndDrains();

        run();

        assertThat(build.passwords.getPasswords()).contains("session-token-of-role");
    }

    @Test
    void warnsOfAPasswordThatTheTaskDefinitionWouldShowToOthersAndMasksIt() throws Exception {
        build.passwords.addPassword("s3cret");
        build.parameters.put("deploy.environment", "MODE=fast\nDB_URL=postgres://web:s3cret@db/web");
        rollsOutAndDrains();

        run();

        assertThat(build.log.lines())
                .anyMatch(line -> line.contains("The value of DB_URL in Environment variables (deploy.environment)"))
                .noneMatch(line -> line.contains("The value of MODE"))
                .noneMatch(line -> line.contains("s3cret"));
        assertThat(build.passwords.getPasswords()).contains("postgres://web:s3cret@db/web");
    }

    @Test
    void keepsSecretsOutOfTheReport() throws Exception {
        build.outside.secrets.add(Secret.of("top<secret>"));
        build.time.at(ofSeconds(5), () -> build.ecs.event("the password is top<secret>"));
        rollsOutAndDrains();

        run();

        Path files = directory.resolve("temp").resolve("ecs-delivery-RUNNER_1");
        assertThat(Files.readString(files.resolve("deployment.html")))
                .contains("the password is")
                .doesNotContain("secret&gt;");
        assertThat(Files.readString(files.resolve("deployment.json"))).doesNotContain("top<secret>");
    }

    @Test
    void leavesTheDeploymentToEcsWhenStopped() throws Exception {
        BuildProcess process = build.deployRunner().createBuildProcess(build.build, build.context);
        build.time.at(ofSeconds(5), process::interrupt);

        process.start();

        assertThat(process.waitFor()).isEqualTo(BuildFinishedStatus.INTERRUPTED);
        assertThat(build.log.problems()).isEmpty();
        assertThat(build.log.lines()).last().asString().contains("ecs-svc/2 of web:2 goes on in ECS");
        assertThat(build.shared).containsEntry(BuildParameter.DEPLOY_RESULT, "INTERRUPTED");
    }

    @Test
    void saysThatEcsRollsBackWhenStoppedAndAskedTo() throws Exception {
        build.ecs.keepingRecords();
        build.parameters.put("deploy.onStop", "ROLL_BACK");
        BuildProcess process = build.deployRunner().createBuildProcess(build.build, build.context);
        build.time.at(ofSeconds(5), process::interrupt);

        process.start();

        assertThat(process.waitFor()).isEqualTo(BuildFinishedStatus.INTERRUPTED);
        assertThat(build.ecs.calls()).containsOnlyOnce("ecs:StopServiceDeployment");
        assertThat(build.log.lines())
                .anyMatch(line -> line.contains("ECS rolls back to web:1 "))
                .last()
                .asString()
                .contains("The deployment ecs-svc/2 of web:2 is being rolled back by ECS to web:1.");
        assertThat(build.shared).containsEntry(BuildParameter.DEPLOY_RESULT, "INTERRUPTED");
    }

    @Test
    void followsTheDeploymentToItsEndAfterOneStopWhenAskedTo() throws Exception {
        build.parameters.put("deploy.onStop", "WAIT");
        BuildProcess process = build.deployRunner().createBuildProcess(build.build, build.context);
        build.time.at(ofSeconds(5), process::interrupt);
        rollsOutAndDrains();

        process.start();

        assertThat(process.waitFor()).isEqualTo(BuildFinishedStatus.INTERRUPTED);
        assertThat(build.log.lines())
                .anyMatch(line -> line.contains("Deployment ecs-svc/2 is under way, and When stopped or out of time"
                        + " (deploy.onStop) is WAIT: the step goes on"));
        assertThat(build.shared).containsEntry(BuildParameter.DEPLOY_RESULT, "SUCCEEDED");
    }

    @Test
    void waitsForNothingWhenEcsHasNotBegun() throws Exception {
        build.parameters.put("deploy.onStop", "WAIT");
        BuildProcess process = build.deployRunner().createBuildProcess(build.build, build.context);
        build.ecs.before("ecs:RegisterTaskDefinition", process::interrupt);

        process.start();

        assertThat(process.waitFor()).isEqualTo(BuildFinishedStatus.INTERRUPTED);
        assertThat(build.ecs.calls()).doesNotContain("ecs:UpdateService");
        assertThat(build.shared).containsEntry(BuildParameter.DEPLOY_RESULT, "INTERRUPTED");
    }

    private void rollsOutAndDrains() {
        build.time.at(ofSeconds(10), () -> build.ecs.runTask("new1", "ecs-svc/2"));
        build.time.at(ofSeconds(20), () -> build.ecs.move("old1", TaskStatus.DEACTIVATING));
        build.time.at(ofSeconds(40), () -> {
            build.ecs.targetGone("old1");
            build.ecs.move("old1", TaskStatus.STOPPING);
            build.ecs.dropDeployment("ecs-svc/1");
            build.ecs.rollout("ecs-svc/2", Rollout.COMPLETED, "");
        });
    }

    private BuildFinishedStatus run() throws Exception {
        BuildProcess process = build.deployRunner().createBuildProcess(build.build, build.context);
        process.start();
        return process.waitFor();
    }
}
