package org.ecsdelivery.engine.report;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.deploy.Origin;
import org.ecsdelivery.engine.deploy.RolledBackBy;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.EcsApi.PauseAnswer;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.EngineEvent.Phase;
import org.ecsdelivery.engine.event.EngineEvent.Warned;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.ImageEvent;
import org.ecsdelivery.engine.event.Plan;
import org.ecsdelivery.engine.event.Rung;

/** Runs as the engine tells them, on virtual time. */
final class Scenes extends SceneParts {
    Scenes(EngineListener listener) {
        super(listener);
    }

    static DeploySettings settings() {
        return DeploySettings.of(new ClusterName("prod"), new ServiceName("shop"), TAGGED)
                .timeout(Duration.ofMinutes(30))
                .build();
    }

    void image() {
        begin(Phase.PREFLIGHT);
        listener.on(new ImageEvent.DockerFound(
                "Docker Engine 28.1.1 (API 1.49, linux/amd64) at unix:///var/run/docker.sock"));
        listener.on(
                new ImageEvent.BuilderChosen(
                        "The engine's own builder builds the image: nothing in the Dockerfile or the settings needs BuildKit."));
        listener.on(new ImageEvent.RegistryFound(REPOSITORY));
        listener.on(new ImageEvent.RepositoryCreated(REPOSITORY));
        end(Phase.PREFLIGHT);
        begin(Phase.BUILD);
        listener.on(new ImageEvent.BuildStarted(Path.of("/work/checkout/Dockerfile"), Path.of("/work/checkout")));
        listener.on(new ImageEvent.BuildOutput("Step 1/2 : FROM scratch"));
        listener.on(new ImageEvent.BuildOutput("Step 2/2 : COPY shop /shop"));
        listener.on(new ImageEvent.Built("sha256:" + "fedcba9876543210".repeat(4), 153_249_801, ofMillis(12_400)));
        end(Phase.BUILD);
        begin(Phase.PUSH);
        listener.on(new ImageEvent.PushStarted(TAGGED));
        for (int step = 1; step <= 9; step++) {
            after(ofMillis(500));
            listener.on(new ImageEvent.PushProgressed(step / 3, 3, step * 17_000_000L, 153_000_000));
        }
        listener.on(new ImageEvent.TokenRefreshed(TAGGED, "authorization token has expired"));
        listener.on(new ImageEvent.PushStarted(TAGGED));
        after(ofMillis(300));
        listener.on(new ImageEvent.PushProgressed(3, 3, 153_000_000, 153_000_000));
        listener.on(new ImageEvent.Pushed(TAGGED, DIGEST, ofMillis(4_812)));
        end(Phase.PUSH);
    }

    DeployResult happy() {
        started();
        rollout(2, 0, 0, 0, Rollout.IN_PROGRESS, 1);
        says("(service shop) has started 2 tasks: (task aaaa) (task bbbb).");
        rollout(2, 2, 0, 0, Rollout.IN_PROGRESS, 12);
        rollout(2, 0, 2, 0, Rollout.IN_PROGRESS, 14);
        arrived(NEW_1, "10.0.1.21:8080", TaskStatus.ACTIVATING, false);
        arrived(NEW_2, "10.0.2.9:8080", TaskStatus.RUNNING, false);
        arrived(NEW_1, "10.0.1.21:8080", TaskStatus.RUNNING, true);
        arrived(NEW_2, "10.0.2.9:8080", TaskStatus.RUNNING, true);
        listener.on(new DeployEvent.LevelReached(FinishLevel.LIVE, ofSeconds(27)));
        stepped(OLD_1, "10.0.1.17:8080", Rung.SELECTED, 2);
        stepped(OLD_2, "10.0.2.44:8080", Rung.SELECTED, 0);
        stepped(OLD_1, "10.0.1.17:8080", Rung.DRAINING, 9);
        stepped(OLD_2, "10.0.2.44:8080", Rung.DRAINING, 1);
        rollout(2, 0, 2, 0, Rollout.COMPLETED, 4);
        listener.on(new DeployEvent.LevelReached(FinishLevel.DEPLOYED, ofSeconds(43)));
        end(Phase.ROLLOUT);
        begin(Phase.DRAIN);
        listener.on(new DeployEvent.StillWaiting(
                "deployment " + OURS
                        + " (shop:42) COMPLETED with 2 of 2 running, 0 pending; old tasks: 2 draining (10.0.1.17:8080, 10.0.2.44:8080)",
                ofSeconds(21)));
        stepped(OLD_1, "10.0.1.17:8080", Rung.DRAINED, 25);
        stepped(OLD_1, "10.0.1.17:8080", Rung.STOPPING, 2);
        stepped(OLD_2, "10.0.2.44:8080", Rung.DRAINED, 1);
        stepped(OLD_1, "10.0.1.17:8080", Rung.STOPPED, 10);
        listener.on(new DeployEvent.LevelReached(FinishLevel.DRAINED, ofSeconds(81)));
        end(Phase.DRAIN);
        listener.on(new DeployEvent.AwsAsked(Map.of("ecs:DescribeServices", 24L, "ecs:UpdateService", 1L)));
        return new DeployResult.Succeeded(OURS, SHOP_42, FinishLevel.DRAINED, ofSeconds(81));
    }

    DeployResult stopped() {
        happy();
        stepped(OLD_2, "10.0.2.44:8080", Rung.STOPPED, 3);
        listener.on(new DeployEvent.LevelReached(FinishLevel.STOPPED, ofSeconds(84)));
        return new DeployResult.Succeeded(OURS, SHOP_42, FinishLevel.STOPPED, ofSeconds(84));
    }

    /** Sixty tasks, ten at a time. */
    DeployResult many() {
        planned();
        started();
        for (int index = 0; index < 60; index++) {
            found("old" + hash(index), "10.0.2." + index + ":8080");
        }
        for (int batch = 0; batch < 6; batch++) {
            rollout(60, 10, batch * 10, 0, Rollout.IN_PROGRESS, 8);
            rollout(60, 0, batch * 10 + 10, 0, Rollout.IN_PROGRESS, 14);
            for (int index = batch * 10; index < batch * 10 + 10; index++) {
                arrived("new" + hash(index), "10.0.1." + index + ":8080", TaskStatus.RUNNING, true);
                stepped("old" + hash(index), "10.0.2." + index + ":8080", Rung.DRAINING, index % 3 == 0 ? 1 : 0);
            }
        }
        listener.on(new DeployEvent.LevelReached(FinishLevel.LIVE, ofSeconds(150)));
        rollout(60, 0, 60, 0, Rollout.COMPLETED, 9);
        listener.on(new DeployEvent.LevelReached(FinishLevel.DEPLOYED, ofSeconds(160)));
        end(Phase.ROLLOUT);
        begin(Phase.DRAIN);
        for (int index = 0; index < 60; index++) {
            stepped("old" + hash(index), "10.0.2." + index + ":8080", Rung.DRAINED, index % 2);
            stepped("old" + hash(index), "10.0.2." + index + ":8080", Rung.STOPPING, 0);
        }
        listener.on(new DeployEvent.LevelReached(FinishLevel.DRAINED, ofSeconds(191)));
        end(Phase.DRAIN);
        return new DeployResult.Succeeded(OURS, SHOP_42, FinishLevel.DRAINED, ofSeconds(191));
    }

    private static String hash(int index) {
        return Integer.toHexString(0x1234567 * (index + 7)) + "0c8a6f1e2d3c4b5a";
    }

    DeployResult rolledBack() {
        started();
        rollout(2, 1, 0, 0, Rollout.IN_PROGRESS, 2);
        listener.on(new DeployEvent.TaskFailed(
                crashed("c0ffee00c0ffee00c0ffee00c0ffee00", 1, "EssentialContainerExited"),
                List.of("2026-11-20T12:00:03Z shop starting", "panic: <config> & \"port\" missing")));
        rollout(2, 1, 0, 2, Rollout.IN_PROGRESS, 30);
        listener.on(new DeployEvent.FailuresCounted(2, 3));
        listener.on(new DeployEvent.TaskFailed(
                crashed("deadbeef00000000deadbeef00000000", 137, "EssentialContainerExited"), List.of()));
        rollout(2, 0, 0, 3, Rollout.FAILED, 31);
        end(Phase.ROLLOUT);
        begin(Phase.ROLLBACK);
        listener.on(new DeployEvent.RollingBack(
                deployment("ecs-svc/2222222222222222222", SHOP_41, 2, 0, 2, 0, Rollout.IN_PROGRESS),
                "ECS deployment circuit breaker: tasks failed to start."));
        listener.on(new DeployEvent.RolloutObserved(
                deployment("ecs-svc/2222222222222222222", SHOP_41, 2, 0, 2, 0, Rollout.COMPLETED)));
        end(Phase.ROLLBACK);
        return new DeployResult.RolledBack(
                OURS,
                SHOP_42,
                SHOP_41,
                "ECS deployment circuit breaker: tasks failed to start.",
                new RolledBackBy(RolledBackBy.Kind.CIRCUIT_BREAKER, List.of()),
                DeployResult.WayBack.COMPLETE);
    }

    DeployResult rolledBackByAnAlarm() {
        started();
        return new DeployResult.RolledBack(
                OURS,
                SHOP_42,
                SHOP_41,
                "alarm shop-errors went off",
                new RolledBackBy(RolledBackBy.Kind.ALARM, List.of("shop-errors")),
                DeployResult.WayBack.COMPLETE);
    }

    DeployResult timedOut() {
        started();
        rollout(2, 0, 2, 0, Rollout.COMPLETED, 40);
        end(Phase.ROLLOUT);
        begin(Phase.DRAIN);
        stepped(OLD_1, "10.0.1.17:8080", Rung.DRAINING, 1);
        listener.on(new DeployEvent.StillWaiting("old tasks: 1 draining (10.0.1.17:8080)", Duration.ZERO));
        after(Duration.ofMinutes(29));
        end(Phase.DRAIN);
        return new DeployResult.TimedOut(
                OURS,
                SHOP_42,
                FinishLevel.DRAINED,
                Duration.ofMinutes(30),
                "old tasks: 1 draining (10.0.1.17:8080)",
                "The deployment goes on in ECS.");
    }

    DeployResult superseded() {
        started();
        listener.on(new Warned("The remaining time cannot be estimated: no permission."));
        rollout(2, 1, 1, 0, Rollout.IN_PROGRESS, 5);
        end(Phase.ROLLOUT);
        return new DeployResult.Superseded(
                OURS,
                SHOP_42,
                "ecs-svc/3333333333333333333",
                SHOP_42.replace("42", "43"),
                new Origin(
                        Optional.of("77"),
                        Optional.of("https://ci.example.com/build/77"),
                        Optional.of("Shop_Deliver"),
                        Optional.of("arn:aws:sts::123456789012:assumed-role/deploy/teamcity")));
    }

    /** A canary that a pause hook holds once, with a bake time. */
    DeployResult canary() {
        started();
        stage("PRE_SCALE_UP", 3);
        stage("SCALE_UP", 4);
        rollout(2, 2, 0, 0, Rollout.IN_PROGRESS, 20);
        rollout(2, 0, 2, 0, Rollout.IN_PROGRESS, 4);
        arrived(NEW_1, "10.0.1.21:8080", TaskStatus.RUNNING, true);
        arrived(NEW_2, "10.0.2.9:8080", TaskStatus.RUNNING, true);
        stage("POST_SCALE_UP", 5);
        listener.on(new DeployEvent.PauseAnswered("POST_SCALE_UP", PauseAnswer.CONTINUE, time.instant()));
        stage("TEST_TRAFFIC_SHIFT", 3);
        stage("PRODUCTION_TRAFFIC_SHIFT", 6);
        listener.on(new DeployEvent.TrafficShifted(12.5, time.instant()));
        after(ofSeconds(60));
        listener.on(new DeployEvent.TrafficShifted(100, time.instant()));
        stage("POST_PRODUCTION_TRAFFIC_SHIFT", 5);
        stage("BAKE_TIME", 4);
        listener.on(new DeployEvent.LevelReached(FinishLevel.LIVE, ofSeconds(114)));
        after(ofSeconds(90));
        stage("CLEAN_UP", 2);
        stepped(OLD_1, "10.0.1.17:8080", Rung.DRAINING, 4);
        stepped(OLD_2, "10.0.2.44:8080", Rung.DRAINING, 1);
        stepped(OLD_1, "10.0.1.17:8080", Rung.STOPPED, 30);
        stepped(OLD_2, "10.0.2.44:8080", Rung.STOPPED, 1);
        rollout(2, 0, 2, 0, Rollout.COMPLETED, 2);
        listener.on(new DeployEvent.LevelReached(FinishLevel.DEPLOYED, ofSeconds(244)));
        listener.on(new DeployEvent.LevelReached(FinishLevel.DRAINED, ofSeconds(244)));
        end(Phase.ROLLOUT);
        return new DeployResult.Succeeded(OURS, SHOP_42, FinishLevel.DRAINED, ofSeconds(244));
    }

    /** A shift whose bake time an alarm ends. */
    DeployResult canaryThatGoesBack() {
        started();
        stage("SCALE_UP", 4);
        rollout(2, 0, 2, 0, Rollout.IN_PROGRESS, 24);
        stage("PRODUCTION_TRAFFIC_SHIFT", 6);
        listener.on(new DeployEvent.TrafficShifted(100, time.instant()));
        stage("BAKE_TIME", 9);
        after(ofSeconds(40));
        end(Phase.ROLLOUT);
        begin(Phase.ROLLBACK);
        listener.on(new DeployEvent.RollingBack(
                deployment("ecs-svc/2222222222222222222", SHOP_41, 2, 0, 2, 0, Rollout.IN_PROGRESS),
                "alarm shop-errors went off"));
        after(ofSeconds(30));
        end(Phase.ROLLBACK);
        return new DeployResult.RolledBack(
                OURS,
                SHOP_42,
                SHOP_41,
                "alarm shop-errors went off",
                new RolledBackBy(RolledBackBy.Kind.ALARM, List.of("shop-errors"), Optional.of("BAKE_TIME")),
                DeployResult.WayBack.COMPLETE);
    }

    DeployResult dryRun() {
        planned();
        return new DeployResult.Planned(SHOP_41);
    }

    private void planned() {
        begin(Phase.PLAN);
        listener.on(new DeployEvent.Planned(new Plan(
                new ClusterName("prod"),
                service(),
                List.of(new Plan.Difference(
                        "Image of container web", REPOSITORY + ":1.4.1", TAGGED.pinnedTo(DIGEST) + " (tag 1.4.2)")),
                Optional.of(new Plan.Pace(2, 4, 2, 2, 1)),
                FinishLevel.DRAINED,
                Optional.of(ofSeconds(100)),
                Optional.of(ofSeconds(30)),
                Optional.of(SHOP_41),
                List.of("The last lines of log-router cannot be shown if it fails."))));
        end(Phase.PLAN);
    }

    private void started() {
        begin(Phase.PREFLIGHT);
        listener.on(new DeployEvent.ServiceFound(new ClusterName("prod"), service(), 2, ofSeconds(30)));
        listener.on(new DeployEvent.ImagePinned(TAGGED, TAGGED.pinnedTo(DIGEST)));
        end(Phase.PREFLIGHT);
        begin(Phase.UPDATE);
        after(ofMillis(700));
        listener.on(new DeployEvent.RevisionRegistered(
                SHOP_41, SHOP_42, "web", REPOSITORY + ":1.4.1", TAGGED.pinnedTo(DIGEST)));
        listener.on(new DeployEvent.DeploymentStarted(
                deployment(OURS, SHOP_42, 2, 0, 0, 0, Rollout.IN_PROGRESS), time.instant()));
        end(Phase.UPDATE);
        begin(Phase.ROLLOUT);
        found(OLD_1, "10.0.1.17:8080");
        found(OLD_2, "10.0.2.44:8080");
    }
}
