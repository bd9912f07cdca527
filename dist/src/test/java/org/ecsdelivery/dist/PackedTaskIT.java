package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import jetbrains.buildServer.BuildProblemData;
import org.ecsdelivery.common.settings.BuildParameter;
import org.ecsdelivery.dsl.TaskStep;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour;
import org.ecsdelivery.sandbox.aws.ecs.TaskTimings;
import org.ecsdelivery.sandbox.aws.simulation.Timeline;
import org.ecsdelivery.sandbox.teamcity.AgentProperties;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;
import org.ecsdelivery.sandbox.teamcity.BuildResult;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.ecsdelivery.sandbox.teamcity.LogListener;
import org.ecsdelivery.sandbox.teamcity.RunningBuild;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs tasks with the zip: a build of a stand-in for TeamCity, and ECS and its logs as a stand-in for AWS. */
class PackedTaskIT {
    private static final String SECRET_KEY = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY";

    @TempDir
    private Path work;

    private LocalAws aws;
    private LocalTeamCity teamCity;

    @BeforeEach
    void start() {
        aws = LocalAws.builder().timings(TaskTimings.hasty()).start();
        aws.ecs().service("demo", "shop-web").create();
        ObjectNode definition =
                new ObjectMapper().createObjectNode().put("family", "migrate").put("networkMode", "awsvpc");
        ObjectNode container = definition.withArray("containerDefinitions").addObject();
        container.put("name", "app").put("image", "registry.example.org/migrate:1");
        container
                .putObject("logConfiguration")
                .put("logDriver", "awslogs")
                .putObject("options")
                .put("awslogs-group", "/demo/migrate")
                .put("awslogs-stream-prefix", "run");
        aws.ecs().taskDefinition(definition);
        teamCity = LocalTeamCity.load(PackedPlugin.zip(), work.resolve("teamcity"), AgentProperties.bare());
    }

    @AfterEach
    void stop() {
        teamCity.close();
        aws.close();
    }

    @Test
    void runsATaskToItsEndWithItsLogInTheBuildLog() {
        task(TaskBehaviour.exits(0).printing("42 rows migrated", "the key is " + SECRET_KEY));

        BuildResult result = run(line -> {}).result();

        assertThat(result.succeeded()).as(String.join("\n", result.texts())).isTrue();
        assertThat(result.texts())
                .anyMatch(line -> line.contains("42 rows migrated"))
                .anyMatch(line -> line.contains("the key is "))
                .noneMatch(line -> line.contains(SECRET_KEY));
        assertThat(result.parameters())
                .containsEntry(BuildParameter.TASK_EXIT_CODE, "0")
                .containsKey(BuildParameter.TASK_ARN);
        assertThat(result.statistics()).containsKey("ecs-delivery.task.seconds");
    }

    @Test
    void runsATaskForEachLineOfAFile() throws Exception {
        task(TaskBehaviour.exits(0).printing("converted"));
        Files.writeString(work.resolve("videos.txt"), "a.mov\nb.mov\nc.mov\n");

        BuildResult result = run(
                        line -> {},
                        TaskStep.of("demo", "migrate")
                                .command("convert", "{input}")
                                .inputs("videos.txt")
                                .atOnce(2))
                .result();

        assertThat(result.succeeded()).as(String.join("\n", result.texts())).isTrue();
        assertThat(result.texts())
                .anyMatch(line -> line.contains("[3] converted"))
                .anyMatch(line -> line.matches(".*3 +SUCCEEDED +0 .*c\\.mov.*"));
        assertThat(result.artifacts()).contains("ecs-delivery/tasks.json");
        assertThat(result.parameters()).containsEntry(BuildParameter.TASK_FAILED, "0");
    }

    @Test
    void failsWithTheTask() {
        task(TaskBehaviour.crashes(137, "OutOfMemoryError: Container killed due to memory usage"));

        BuildResult result = run(line -> {}).result();

        assertThat(result.problems())
                .extracting(BuildProblemData::getDescription)
                .singleElement()
                .asString()
                .contains("container app: exit code 137")
                .contains("OutOfMemoryError");
    }

    @Test
    void stopsTheTaskWithTheBuild() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        RunningBuild running = run(line -> {
            if (line.text().contains("ECS began task")) {
                begun.countDown();
            }
        });
        begun.await();

        running.stop();

        assertThat(running.result().outcome()).isEqualTo(BuildResult.Outcome.CANCELED);
        assertThat(running.result().texts()).anyMatch(line -> line.contains("was told to stop"));
        assertThat(aws.calls().count("ecs", "StopTask")).isEqualTo(1);
        assertThat(aws.ecs().timeline().of(Timeline.Kind.TASK)).isNotEmpty();
    }

    private void task(TaskBehaviour behaviour) {
        aws.ecs().behaviour(image -> image.contains("/migrate:"), behaviour);
    }

    private RunningBuild run(LogListener listener) {
        return run(listener, TaskStep.of("demo", "migrate").command("migrate", "--all"));
    }

    private RunningBuild run(LogListener listener, TaskStep bare) {
        TaskStep step = bare.asService("shop-web").endpoint(aws.endpoint().toString());
        Map<String, String> parameters = Map.of(
                "env.AWS_ACCESS_KEY_ID", "AKIAPACKEDPACKEDPACK",
                "env.AWS_SECRET_ACCESS_KEY", SECRET_KEY,
                "env.AWS_REGION", "eu-central-1");
        return teamCity.run(
                BuildConfiguration.of("Migrate", parameters, List.of(BuildStep.from(step)), work),
                BuildInputs.of(1, "42", "0".repeat(40)),
                listener);
    }
}
