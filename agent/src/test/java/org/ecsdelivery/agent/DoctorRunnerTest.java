package org.ecsdelivery.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jetbrains.buildServer.agent.BuildFinishedStatus;
import jetbrains.buildServer.agent.BuildProcess;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.engine.doctor.SoundPipeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DoctorRunnerTest {
    @TempDir
    Path directory;

    private BuildOnTest build;

    @BeforeEach
    void prepare() {
        build = new BuildOnTest(directory);
        build.parameters.put("doctor.cluster", "shop");
        build.parameters.put("doctor.services", "shop-qa, shop-prod");
    }

    @Test
    void bearsTheNameThatTheServerKnows() {
        assertThat(build.doctorRunner().getRunnerInfo().getType()).isEqualTo(RunTypeId.DOCTOR);
    }

    @Test
    void checksEachServiceAndLeavesNothingOpen() throws Exception {
        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(build.log.lines())
                .anyMatch(line -> line.contains("Service shop-qa in cluster shop: 11 rules checked"))
                .anyMatch(line -> line.contains("Service shop-prod in cluster shop: 11 rules checked"));
        assertThat(build.outside.closed).isEqualTo(1);
    }

    @Test
    void hasAProblemWithTheRulesThatAreBroken() throws Exception {
        build.outside.pipelines = (cluster, service) -> SoundPipeline.with(pipeline -> {
            pipeline.routes = List.of();
            return pipeline;
        });

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.getIdentity()).isEqualTo("ecsDeliveryPipelineUnsound");
            assertThat(problem.getDescription()).contains("shop-qa (listener-rule), shop-prod (listener-rule)");
        });
        assertThat(build.log.lines()).anyMatch(line -> line.contains("aws elbv2 create-rule"));
    }

    @Test
    void publishesWhatItFoundForPeopleAndPrograms() throws Exception {
        run();

        assertThat(build.artifacts)
                .anyMatch(path -> path.endsWith("pipeline.json => ecs-delivery"))
                .anyMatch(path -> path.endsWith("pipeline.html => ecs-delivery"));
    }

    @Test
    void tellsAllThatIsWrongWithItsParametersAtOnce() throws Exception {
        build.parameters.put("doctor.cluster", "");
        build.parameters.put("doctor.failOn", "NEVER");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.getDescription())
                        .contains("doctor.cluster")
                        .contains("doctor.failOn"));
    }

    private BuildFinishedStatus run() throws Exception {
        BuildProcess process = build.doctorRunner().createBuildProcess(build.build, build.context);
        process.start();
        return process.waitFor();
    }
}
