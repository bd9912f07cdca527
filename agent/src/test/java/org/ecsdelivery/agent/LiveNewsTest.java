package org.ecsdelivery.agent;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import jetbrains.buildServer.agent.BuildProcess;
import jetbrains.buildServer.messages.serviceMessages.ServiceMessage;
import org.ecsdelivery.common.news.DeploymentNews;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the server half hears of a deployment while the step runs. */
@Timeout(30)
class LiveNewsTest {
    private static final String KEY = "0123456789abcdef";

    @TempDir
    Path directory;

    private BuildOnTest build;

    @BeforeEach
    void aServerHalfThatListens() {
        build = new BuildOnTest(directory);
        build.parameters.put("deploy.cluster", "prod");
        build.parameters.put("deploy.service", "web");
        build.parameters.put("deploy.onStop", "ROLL_BACK");
        build.parameters.put(DeploymentNews.KEY, KEY);
        String image = BuildOnTest.HOST + "/team/shop@sha256:" + "a".repeat(64);
        build.registry.holding(ImageReference.parse(image));
        build.parameters.put("deploy.image", image);
    }

    @Test
    void tellsTheRevisionBeforeEcsHearsOfIt() throws Exception {
        rollsOutAndDrains();
        run();

        assertThat(news().stream().map(DeploymentNews::report))
                .anyMatch(report -> report.contains("\"taskDefinition\"") && !report.contains("\"deployment\" :"));
    }

    @Test
    void tellsTheDeploymentAndWhatTheStepPromisedWhileItGoesOn() throws Exception {
        rollsOutAndDrains();
        run();

        assertThat(news().stream().map(DeploymentNews::report))
                .anyMatch(report -> report.contains("\"result\" : \"UNDER_WAY\"")
                        && report.contains("\"deployment\" : \"ecs-svc/2\"")
                        && report.contains("\"onStop\" : \"ROLL_BACK\""));
    }

    @Test
    void tellsTheEndLast() throws Exception {
        rollsOutAndDrains();
        run();

        List<DeploymentNews> all = news();
        assertThat(all.get(all.size() - 1).report()).contains("\"result\" : \"SUCCEEDED\"");
        assertThat(all.subList(0, all.size() - 1))
                .noneMatch(each -> each.report().contains("\"result\" : \"SUCCEEDED\""));
    }

    @Test
    void tellsTheEndOfADeploymentThatCouldNotBegin() throws Exception {
        build.parameters.put("deploy.service", "gone");
        run();

        assertThat(news()).last().extracting(DeploymentNews::report).asString().contains("\"result\" : \"FAILED\"");
    }

    @Test
    void staysSilentWhereNoServerHalfGaveAKey() throws Exception {
        build.parameters.remove(DeploymentNews.KEY);
        rollsOutAndDrains();
        run();

        assertThat(build.log.lines()).noneMatch(line -> line.contains(DeploymentNews.MESSAGE));
    }

    @Test
    void tellsNowAndThenOnly() throws Exception {
        rollsOutAndDrains();
        run();

        assertThat(news()).hasSizeLessThan(25);
    }

    private void run() throws Exception {
        BuildProcess process = build.deployRunner().createBuildProcess(build.build, build.context);
        process.start();
        process.waitFor();
    }

    private List<DeploymentNews> news() {
        return build.log.lines().stream()
                .map(line -> line.replaceFirst("^message\\(", "").replaceFirst("\\)$", ""))
                .filter(line -> line.startsWith("##teamcity[" + DeploymentNews.MESSAGE))
                .map(LiveNewsTest::read)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<DeploymentNews> read(String line) {
        try {
            return DeploymentNews.read(ServiceMessage.parse(line).getAttributes(), KEY);
        } catch (ParseException broken) {
            throw new AssertionError(line, broken);
        }
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
}
