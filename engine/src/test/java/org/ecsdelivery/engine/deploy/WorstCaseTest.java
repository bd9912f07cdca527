package org.ecsdelivery.engine.deploy;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.engine.ecs.DeploymentRules;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.ecs.TaskTraits;
import org.ecsdelivery.engine.ecs.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorstCaseTest {
    private static final Duration NONE = Duration.ZERO;

    @ParameterizedTest
    @CsvSource({"LIVE, 20", "DRAINED, 320", "DEPLOYED, 350", "STOPPED, 350"})
    void waitsOnceForEverythingInOneBatch(FinishLevel level, int seconds) {
        assertThat(new WorstCase(1, ofSeconds(20), ofSeconds(300), ofSeconds(30)).until(level))
                .isEqualTo(ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"LIVE, 720", "DRAINED, 1020", "STOPPED, 1050"})
    void waitsForTheOldTasksOfABatchBeforeTheNext(FinishLevel level, int seconds) {
        assertThat(new WorstCase(3, ofSeconds(20), ofSeconds(300), ofSeconds(30)).until(level))
                .isEqualTo(ofSeconds(seconds));
    }

    @Test
    void takesTheSlowestOfTheHealthChecksAfterTheGracePeriod() {
        WorstCase worst = worstCase(
                service(ofSeconds(60)),
                revision(container(ofSeconds(30), Optional.of(ofSeconds(90)))),
                groups(Optional.of(ofSeconds(150))));

        assertThat(worst.healthy()).isEqualTo(ofSeconds(210));
    }

    @Test
    void takesATaskWithoutAnyHealthCheckForHealthyAfterFortySeconds() {
        WorstCase worst = worstCase(
                service(NONE), revision(container(ofSeconds(30), Optional.empty())), groups(Optional.empty()));

        assertThat(worst.healthy()).isEqualTo(ofSeconds(40));
    }

    @Test
    void waitsForTheContainerThatMayTakeLongestToEnd() {
        WorstCase worst = worstCase(
                service(NONE),
                revision(container(ofSeconds(30), Optional.empty()), container(ofSeconds(120), Optional.empty())),
                groups(Optional.empty()));

        assertThat(worst.stopped()).isEqualTo(ofSeconds(120));
    }

    private static WorstCase worstCase(ServiceState service, RevisionState revision, TargetGroupTimes groups) {
        return WorstCase.of(service, revision, revision, groups);
    }

    private static TargetGroupTimes groups(Optional<Duration> healthy) {
        return new TargetGroupTimes(Map.of(), healthy, true);
    }

    private static RevisionState revision(RevisionState.Container... containers) {
        return new RevisionState("arn", "awsvpc", TaskTraits.NONE, List.of(containers), Map.of(), Optional.empty());
    }

    private static RevisionState.Container container(Duration stop, Optional<Duration> healthy) {
        return new RevisionState.Container(
                new ContainerName("app"),
                "registry/web",
                Optional.empty(),
                stop,
                healthy,
                List.of(8080),
                List.of(),
                Variables.NONE,
                List.of());
    }

    private static ServiceState service(Duration grace) {
        return new ServiceState(
                "arn",
                "web",
                "ACTIVE",
                2,
                2,
                "arn",
                "ECS",
                new DeploymentRules("ROLLING", "REPLICA", 100, 200, grace, true, true),
                List.of(),
                List.of(),
                List.of());
    }
}
