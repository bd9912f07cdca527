package org.ecsdelivery.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.agent.BuildFinishedStatus;
import jetbrains.buildServer.agent.BuildProcess;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.engine.stack.InMemoryStacks.Happening;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SetupRunnerTest {
    @TempDir
    Path directory;

    private BuildOnTest build;

    @BeforeEach
    void prepare() throws Exception {
        build = new BuildOnTest(directory);
        Files.writeString(build.file("logs.yaml"), "Resources: {}");
        build.parameters.put("setup.stack", "logs");
        build.parameters.put("setup.template", "logs.yaml");
        build.parameters.put("setup.parameters", "Name=/ecs/a");
    }

    @Test
    void bearsTheNameThatTheServerKnows() {
        assertThat(build.setupRunner().getRunnerInfo().getType()).isEqualTo(RunTypeId.SETUP);
    }

    @Test
    void handsOutputsToTheStepsAfterItAndLeavesNothingOpen() throws Exception {
        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(build.shared)
                .containsEntry("ecs-delivery.setup.result", "APPLIED")
                .containsEntry("ecs-delivery.setup.output.LogGroup", "/ecs/a");
        assertThat(build.log.lines())
                .anyMatch(line -> line.contains("create  Log"))
                .anyMatch(line -> line.contains("Stack logs is CREATE_COMPLETE."));
        assertThat(build.outside.closed).isEqualTo(1);
    }

    @Test
    void onlyShowsInAPersonalBuild() throws Exception {
        build.personal();
        build.parameters.put("setup.apply", "ALL");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(build.outside.stacks.calls()).containsExactly("plan", "discard", "discardReview");
        assertThat(build.log.lines()).anyMatch(line -> line.contains("A personal build only shows what would change"));
    }

    @Test
    void handsOnTheChangeSetThatSomebodyShallApprove() throws Exception {
        build.parameters.put("setup.apply", "SHOW");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(build.shared.get("ecs-delivery.setup.changeSet")).startsWith("arn:aws:cloudformation:");
        assertThat(build.shared).containsEntry("ecs-delivery.setup.result", "SHOWN");
    }

    @Test
    void hasAProblemThatNamesTheFirstFailure() throws Exception {
        build.outside.stacks.happening(List.of(
                new Happening("logs", "CREATE_IN_PROGRESS", ""),
                new Happening("Log", "CREATE_FAILED", "already exists"),
                new Happening("logs", "ROLLBACK_COMPLETE", "")));

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.getIdentity()).isEqualTo("ecsDeliveryStackFailed");
            assertThat(problem.getDescription()).contains("Log (AWS::Logs::LogGroup) is CREATE_FAILED: already exists");
        });
    }

    @Test
    void doesNotFollowAPathOutOfTheCheckout() throws Exception {
        Path outside = Files.writeString(directory.resolveSibling("outside.yaml"), "Resources: {}");
        build.parameters.put("setup.template", "../" + outside.getFileName());

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.getDescription()).contains("setup.template"));
        assertThat(build.outside.stacks.calls()).isEmpty();
    }

    @Test
    void asksCloudFormationForNoTemplateThatIsTooLarge() throws Exception {
        Files.writeString(build.file("logs.yaml"), "#".repeat(51_201));

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.getDescription()).contains("is larger than 50 KiB"));
    }

    @Test
    void printsNoValueOfAParameter() throws Exception {
        build.outside.stacks.there("logs", "CREATE_COMPLETE", Map.of("Name", "/ecs/a", "Days", "30"));
        build.parameters.put("setup.parameters", "Days=987654321");

        run();

        assertThat(build.log.lines()).noneMatch(line -> line.contains("987654321"));
    }

    private BuildFinishedStatus run() throws Exception {
        BuildProcess process = build.setupRunner().createBuildProcess(build.build, build.context);
        process.start();
        return process.waitFor();
    }
}
