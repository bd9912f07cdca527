package org.ecsdelivery.engine.report;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.ecs.DeploymentRules;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.ServiceEvent;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.ecsdelivery.engine.ecs.TaskTimes;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.EngineEvent.Phase;
import org.ecsdelivery.engine.event.EngineEvent.PhaseFinished;
import org.ecsdelivery.engine.event.EngineEvent.PhaseStarted;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.Rung;
import org.ecsdelivery.engine.time.VirtualTime;

/** What scenes are made of: names, and the events that come in each of them. */
abstract class SceneParts {
    static final String OURS = "ecs-svc/1111111111111111111";
    static final String SHOP_41 = "arn:aws:ecs:eu-central-1:123456789012:task-definition/shop:41";
    static final String SHOP_42 = "arn:aws:ecs:eu-central-1:123456789012:task-definition/shop:42";
    static final String OLD_1 = "3f2a9c417d5e4b0c8a6f1e2d3c4b5a69";
    static final String OLD_2 = "9b1c0d2e3f4a5b6c7d8e9f0a1b2c3d4e";
    static final String NEW_1 = "a0b1c2d3e4f5061728394a5b6c7d8e9f";
    static final String NEW_2 = "b1c2d3e4f5061728394a5b6c7d8e9fa0";
    static final ImageDigest DIGEST = new ImageDigest("sha256:" + "0123456789abcdef".repeat(4));
    static final ImageReference REPOSITORY =
            ImageReference.parse("123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/shop");
    static final ImageReference TAGGED =
            ImageReference.parse("123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/shop:1.4.2");

    final VirtualTime time = new VirtualTime();
    final EngineListener listener;

    SceneParts(EngineListener listener) {
        this.listener = listener;
    }

    void stage(String name, int secondsLater) {
        after(ofSeconds(secondsLater));
        listener.on(new DeployEvent.StageReached(name, Optional.empty(), false, time.instant()));
    }

    void waitsForSomebody(String stage) {
        listener.on(new DeployEvent.StageReached(stage, Optional.empty(), true, time.instant()));
    }

    void found(String task, String targets) {
        listener.on(new DeployEvent.OldTaskFound(task, targets, time.instant()));
    }

    void begin(Phase phase) {
        listener.on(new PhaseStarted(phase));
    }

    void end(Phase phase) {
        listener.on(new PhaseFinished(phase));
    }

    void after(Duration duration) {
        time.pause(duration);
    }

    void says(String message) {
        listener.on(new DeployEvent.ServiceMessage(new ServiceEvent("e", time.instant(), message)));
    }

    void stepped(String task, String targets, Rung rung, int afterSeconds) {
        after(ofSeconds(afterSeconds));
        listener.on(new DeployEvent.TaskStepped(task, targets, rung, time.instant()));
    }

    /** A new task is seen; ECS made it 20 s ago, and it has been running for 4 s if it runs. */
    void arrived(String id, String targets, TaskStatus status, boolean serves) {
        TaskTimes times = new TaskTimes(
                Optional.of(time.instant().minusSeconds(20)),
                Optional.of(time.instant().minusSeconds(12)),
                Optional.of(time.instant().minusSeconds(4)).filter(at -> status == TaskStatus.RUNNING),
                Optional.empty());
        listener.on(new DeployEvent.NewTaskSeen(task(id, status, times), targets, serves, time.instant()));
    }

    static TaskState task(String id, TaskStatus status, TaskTimes times) {
        return new TaskState(
                "arn:aws:ecs:eu-central-1:123456789012:task/prod/" + id,
                SHOP_42,
                OURS,
                status,
                false,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                times);
    }

    void rollout(int desired, int pending, int running, int failed, Rollout rollout, int afterSeconds) {
        after(ofSeconds(afterSeconds));
        listener.on(
                new DeployEvent.RolloutObserved(deployment(OURS, SHOP_42, desired, pending, running, failed, rollout)));
    }

    static DeploymentState deployment(
            String id, String taskDefinition, int desired, int pending, int running, int failed, Rollout rollout) {
        return new DeploymentState(id, "PRIMARY", taskDefinition, desired, pending, running, failed, rollout, "");
    }

    static ServiceState service() {
        return new ServiceState(
                "arn:aws:ecs:eu-central-1:123456789012:service/prod/shop",
                "shop",
                "ACTIVE",
                2,
                2,
                SHOP_41,
                "ECS",
                new DeploymentRules("ROLLING", "REPLICA", 100, 200, Duration.ZERO, true, true),
                List.of(),
                List.of(new ServiceState.LoadBalancer(Optional.of("arn:tg/one"), "web", 8080)),
                List.of());
    }

    TaskState crashed(String id, int exitCode, String stopCode) {
        return new TaskState(
                "arn:aws:ecs:eu-central-1:123456789012:task/prod/" + id,
                SHOP_42,
                OURS,
                TaskStatus.STOPPED,
                true,
                List.of("10.0.1.20"),
                Optional.empty(),
                List.of(),
                List.of(
                        new TaskState.ContainerState(
                                "web", Optional.of(exitCode), Optional.ofNullable(reason(exitCode))),
                        new TaskState.ContainerState("log-router", Optional.empty(), Optional.empty())),
                Optional.of(stopCode),
                Optional.of("Essential container in task exited"),
                Optional.of(time.instant()),
                new TaskTimes(
                        Optional.of(time.instant().minusSeconds(2)),
                        Optional.of(time.instant().minusSeconds(1)),
                        Optional.of(time.instant().minusMillis(600)),
                        Optional.of(time.instant().minusMillis(200))));
    }

    static @org.jspecify.annotations.Nullable String reason(int exitCode) {
        return exitCode == 137 ? "OutOfMemoryError: Container killed due to memory usage" : null;
    }
}
