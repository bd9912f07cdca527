package org.ecsdelivery.agent;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.agent.BuildFinishedStatus;
import jetbrains.buildServer.agent.BuildProcess;
import org.ecsdelivery.common.settings.BuildParameter;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.ecs.BuildTags;
import org.ecsdelivery.engine.ecs.InMemoryTaskRuns;
import org.ecsdelivery.engine.envfile.EnvOrigin;
import org.ecsdelivery.engine.envfile.EnvVariable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class TaskRunnerTest {
    @TempDir
    Path directory;

    private BuildOnTest build;

    @BeforeEach
    void prepare() {
        build = new BuildOnTest(directory);
        build.parameters.put("task.cluster", "prod");
        build.parameters.put("task.definition", "migrate");
        build.parameters.put("task.launch", "EC2");
    }

    @Test
    void bearsTheNameThatTheServerKnows() {
        assertThat(build.taskRunner().getRunnerInfo().getType()).isEqualTo(RunTypeId.TASK);
    }

    @Test
    void showsWhatTheTaskWritesAndTellsTheStepsAfterItHowItEnded() throws Exception {
        build.time.at(ofSeconds(5), () -> writes("42 rows migrated"));
        build.time.at(ofSeconds(10), () -> build.tasks.exit(0));

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(build.log.lines()).anyMatch(line -> line.contains("42 rows migrated"));
        assertThat(build.log.lines()).anyMatch(line -> line.contains("key='ecs-delivery.task.seconds'"));
        assertThat(build.shared)
                .containsEntry(BuildParameter.TASK_EXIT_CODE, "0")
                .containsKey(BuildParameter.TASK_ARN);
    }

    @Test
    void saysWhichBuildStartedTheTask() throws Exception {
        build.time.at(ofSeconds(10), () -> build.tasks.exit(0));
        run();

        assertThat(build.tasks.orders()).singleElement().satisfies(order -> {
            assertThat(order.startedBy()).isEqualTo("teamcity-build-4711");
            assertThat(order.tags()).containsEntry(BuildTags.BUILD_ID, "4711");
            assertThat(order.token()).hasSizeLessThanOrEqualTo(64);
        });
    }

    @Test
    void hasAProblemWithTheExitCodeWhenTheTaskFails() throws Exception {
        build.time.at(ofSeconds(10), () -> build.tasks.exit(1));

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.getIdentity()).isEqualTo("ecsDeliveryTaskFailed");
            assertThat(problem.getDescription()).contains("container app: exit code 1");
        });
        assertThat(build.shared).containsEntry(BuildParameter.TASK_EXIT_CODE, "1");
    }

    @Test
    void passesTheVariablesOfAnEnvFileToTheLetterAndTellsTheirNamesOnly() throws Exception {
        inputs("videos.txt", "a.mov\n");
        build.parameters.put("task.environment", "MODE=step {input}");
        build.parameters.put("task.envFile", "run.env");
        build.withEnvFile("run.env", variable("MODE", "file", false), variable("PATTERN", "{input}-{number}", false));
        build.time.at(ofSeconds(10), () -> build.tasks.exitOf(1, 0));

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(build.tasks.orders())
                .extracting(order -> order.overrides().environment())
                .containsExactly(Map.of("MODE", "step a.mov", "PATTERN", "{input}-{number}"));
        assertThat(build.log.lines())
                .anyMatch(line -> line.contains("From env file run.env, the container gets PATTERN."))
                .noneMatch(line -> line.contains("{input}-{number}"));
    }

    @Test
    void refusesToPassTheSecretsOfAnEnvFile() throws Exception {
        build.parameters.put("task.envFile", "run.env");
        build.withEnvFile("run.env", variable("DB_PASSWORD", "hunter2!", true), variable("API_TOKEN", "t0ken!", true));

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.getIdentity()).isEqualTo("ecsDeliveryEnvFileExposed");
            assertThat(problem.getDescription())
                    .contains("2 secrets of env file run.env cannot be handed to the task")
                    .contains("DB_PASSWORD")
                    .contains("API_TOKEN")
                    .doesNotContain("hunter2!");
        });
        assertThat(build.tasks.orders()).isEmpty();
    }

    private static EnvVariable variable(String name, String value, boolean secret) {
        return new EnvVariable(name, value, EnvOrigin.parameter("env-file." + name), secret);
    }

    @Test
    void runsATaskForEachLineOfAFile() throws Exception {
        inputs("videos.txt", "a.mov\n\n b.mov \n");
        build.time.at(ofSeconds(10), () -> build.tasks.exitOf(1, 0));
        build.time.at(ofSeconds(20), () -> build.tasks.exitOf(2, 1));

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.tasks.orders())
                .extracting(order -> order.overrides().command())
                .containsExactly(List.of("convert", "a.mov"), List.of("convert", "b.mov"));
        assertThat(build.log.problems())
                .extracting(BuildProblemData::getDescription)
                .singleElement()
                .asString()
                .startsWith("1 of 2 tasks of migrate in cluster prod did not end well. Task 2 (b.mov): FAILED");
        assertThat(build.shared).containsEntry(BuildParameter.TASK_FAILED, "1");
        assertThat(build.log.lines()).anyMatch(line -> line.matches(".*2 +FAILED +1 .*b\\.mov.*"));
        Path file = directory.resolve("temp/ecs-delivery-RUNNER_1/tasks.json");
        assertThat(build.artifacts).containsExactly(file + " => ecs-delivery");
        assertThat(Files.readString(file)).contains("\"input\" : \"b.mov\"");
    }

    @Test
    void hasNothingToDoForAFileWithoutLines() throws Exception {
        inputs("videos.txt", "\n");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(build.tasks.orders()).isEmpty();
        assertThat(build.log.lines()).anyMatch(line -> line.contains("videos.txt has no line"));
    }

    @Test
    void readsNoFileOutsideOfTheCheckout() throws Exception {
        inputs("../../../etc/passwd", "");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.problems())
                .extracting(BuildProblemData::getDescription)
                .singleElement()
                .asString()
                .contains("Inputs from file (task.inputs)");
        assertThat(build.tasks.orders()).isEmpty();
    }

    @Test
    void readsNoFileThroughALinkOutOfTheCheckout(@TempDir Path elsewhere) throws Exception {
        Path secret = Files.writeString(elsewhere.resolve("secret"), "x");
        inputs("link", "");
        Files.delete(directory.resolve("link"));
        Files.createSymbolicLink(directory.resolve("link"), secret);

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.problems())
                .extracting(BuildProblemData::getDescription)
                .singleElement()
                .asString()
                .contains("outside of the checkout directory");
    }

    private void inputs(String path, String text) throws Exception {
        build.parameters.put("task.command", "convert\n{input}");
        build.parameters.put("task.inputs", path);
        if (!path.startsWith("..")) {
            Files.writeString(directory.resolve(path), text);
        }
    }

    @Test
    void runsNothingInAPersonalBuild() throws Exception {
        build.personal();

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.problems())
                .extracting(BuildProblemData::getIdentity)
                .containsExactly("ecsDeliveryPersonalBuild");
        assertThat(build.tasks.orders()).isEmpty();
    }

    @Test
    void masksSecretsThatTheTaskWritesAndObeysNoneOfItsServiceMessages() throws Exception {
        build.outside.secrets.add(Secret.of("top-secret-key"));
        build.time.at(ofSeconds(5), () -> writes("##teamcity[buildStop comment='x']"));
        build.time.at(ofSeconds(10), () -> build.tasks.exit(0));

        run();

        assertThat(build.passwords.getPasswords()).contains("top-secret-key");
        assertThat(build.log.lines())
                .filteredOn(line -> line.contains("buildStop"))
                .singleElement()
                .asString()
                .doesNotContain("##teamcity[");
    }

    @Test
    void stopsTheTaskWhenTheBuildIsStoppedAndSaysSo() throws Exception {
        BuildProcess process = build.taskRunner().createBuildProcess(build.build, build.context);
        build.time.at(ofSeconds(20), process::interrupt);
        process.start();

        assertThat(process.waitFor()).isEqualTo(BuildFinishedStatus.INTERRUPTED);

        assertThat(build.tasks.stops()).containsExactly("TeamCity build 1.4.2 of Shop_Deliver was stopped");
        assertThat(build.log.problems()).isEmpty();
        assertThat(build.log.lines()).last().asString().contains("ECS has taken the order to stop task task1.");
    }

    @Test
    void saysThatNothingRunsOnWhenNothingWasStarted() {
        assertThat(new BegunTasks().leftBehind()).isEqualTo("No task runs on in ECS.");
    }

    private void writes(String line) {
        build.ecs.logs(InMemoryTaskRuns.GROUP, InMemoryTaskRuns.stream("app"), List.of(line));
    }

    private BuildFinishedStatus run() throws Exception {
        BuildProcess process = build.taskRunner().createBuildProcess(build.build, build.context);
        process.start();
        return process.waitFor();
    }
}
