package org.ecsdelivery.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecsdelivery.engine.ecs.ServiceEvent;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.ecs.TaskState.ContainerState;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.ecsdelivery.engine.event.DeployEvent.ServiceMessage;
import org.ecsdelivery.engine.event.DeployEvent.TargetUnhealthy;
import org.ecsdelivery.engine.event.DeployEvent.TaskFailed;
import org.junit.jupiter.api.Test;

class LikelyCausesTest {
    private final LikelyCauses causes = new LikelyCauses();

    @Test
    void tellEachCauseOnce() {
        assertThat(causes.news(failed("OutOfMemoryError: Container killed due to memory usage", 137)))
                .isPresent();
        assertThat(causes.news(failed("OutOfMemoryError: Container killed due to memory usage", 137)))
                .isEmpty();
        assertThat(causes.all()).extracting(KnownCause::name).containsExactly("out-of-memory");
    }

    @Test
    void knowWhatEcsWroteAboutTheService() {
        ServiceEvent event = new ServiceEvent(
                "1",
                Instant.EPOCH,
                "(service web) was unable to place a task. Reason: Capacity is unavailable at this time.");

        assertThat(causes.news(new ServiceMessage(event))).isPresent();
    }

    @Test
    void knowTheCodeOfAHealthCheck() {
        assertThat(causes.news(new TargetUnhealthy(
                        "1",
                        "10.0.1.4:8080",
                        "web",
                        "Target.ResponseCodeMismatch: Health checks failed with these codes: [502]")))
                .get()
                .extracting(KnownCause::name)
                .isEqualTo("health-check-codes");
        assertThat(causes.news(new TargetUnhealthy("1", "10.0.1.4:8080", "web", "Target.Timeout: Request timed out")))
                .get()
                .extracting(KnownCause::name)
                .isEqualTo("health-check-timeout");
    }

    @Test
    void knowAnExitCode() {
        assertThat(causes.news(failed("", 139)))
                .get()
                .extracting(KnownCause::name)
                .isEqualTo("memory-access");
    }

    @Test
    void takeNoContainerForTheCauseThatWasStoppedBecauseAnotherOneEnded() {
        assertThat(causes.news(failed("", 1, 143, 137))).isEmpty();
    }

    @Test
    void believeTheLogOnlyAboutThePlatform() {
        assertThat(causes.news(logged("CannotPullContainerError: not found, says the application")))
                .isEmpty();
        assertThat(causes.news(logged("exec /shop: exec format error"))).isPresent();
    }

    private static TaskFailed logged(String line) {
        return new TaskFailed(failed("", 255).task(), List.of(line));
    }

    private static TaskFailed failed(String reason, int... exitCodes) {
        List<ContainerState> containers = Stream.iterate(0, each -> each < exitCodes.length, each -> each + 1)
                .map(each -> new ContainerState(
                        "app" + each,
                        Optional.of(exitCodes[each]),
                        Optional.of(reason).filter(text -> !text.isEmpty())))
                .toList();
        TaskState task = new TaskState(
                "arn:aws:ecs:eu-central-1:123456789012:task/prod/1",
                Scenes.SHOP_42,
                Scenes.OURS,
                TaskStatus.STOPPED,
                true,
                List.of(),
                Optional.empty(),
                List.of(),
                containers,
                Optional.of("EssentialContainerExited"),
                Optional.of("Essential container in task exited"),
                Optional.empty());
        return new TaskFailed(task, List.of());
    }
}
