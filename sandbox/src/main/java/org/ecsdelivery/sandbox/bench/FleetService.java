package org.ecsdelivery.sandbox.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.engine.ecs.DeploymentRules;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.ecs.Target;
import org.ecsdelivery.engine.ecs.TargetState;
import org.ecsdelivery.engine.ecs.TargetState.Health;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.ecs.TaskStatus;

/**
 * One service of the fleet: two tasks behind a target group of its own. From the update on everything takes its course by the
 * clock: new tasks after 25 s and more, two old ones that drain for 30 s, ECS's verdict 5 s and the last stop 12 s after that.
 */
final class FleetService {
    static final String TASK = "arn:aws:ecs:eu-central-1:123456789012:task/fleet/";
    private static final String ARN = "arn:aws:ecs:eu-central-1:123456789012:";
    private static final Duration STARTED = Duration.ofSeconds(25);
    private static final Duration SELECTED = Duration.ofSeconds(30);
    private static final Duration DRAINED = Duration.ofSeconds(60);
    private static final Duration COMPLETED = Duration.ofSeconds(65);
    private static final Duration STOPPED = Duration.ofSeconds(72);
    private static final int TASKS = 2;
    private static final int PORT = 8080;

    private final String name;
    private final Duration slowness;
    private Optional<Instant> updated = Optional.empty();

    /** Makes a service in steady state; its number makes it up to 20 s slower than the first. */
    FleetService(int number) {
        this.name = name(number);
        this.slowness = Duration.ofMillis(number * 7_919L % 20_000);
    }

    static String name(int number) {
        return "service-" + number;
    }

    String group() {
        return "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/" + name + "/0123456789abcdef";
    }

    String definition(int revision) {
        return ARN + "task-definition/" + name + ":" + revision;
    }

    void update(Instant at) {
        updated = Optional.of(at);
    }

    /** Returns when the last old task was gone and nothing was left to wait for. */
    Optional<Instant> end() {
        return updated.map(at -> at.plus(STOPPED).plus(slowness));
    }

    private boolean isPast(Duration moment, Instant now) {
        return updated.map(at -> !now.isBefore(at.plus(moment).plus(slowness))).orElse(false);
    }

    ServiceState state(Instant now) {
        return new ServiceState(
                ARN + "service/fleet/" + name,
                name,
                "ACTIVE",
                TASKS,
                TASKS,
                definition(updated.isPresent() ? 2 : 1),
                "ECS",
                new DeploymentRules("ROLLING", "REPLICA", 100, 200, Duration.ZERO, true, true),
                deployments(now),
                List.of(new ServiceState.LoadBalancer(Optional.of(group()), "app", PORT)),
                List.of());
    }

    private List<DeploymentState> deployments(Instant now) {
        Rollout rollout = isPast(COMPLETED, now) ? Rollout.COMPLETED : Rollout.IN_PROGRESS;
        int running = isPast(STARTED, now) ? TASKS : 0;
        List<DeploymentState> all = new ArrayList<>();
        updated.ifPresent(at -> all.add(deployment("PRIMARY", 2, running, rollout)));
        if (rollout != Rollout.COMPLETED) {
            all.add(deployment(updated.isPresent() ? "ACTIVE" : "PRIMARY", 1, TASKS, Rollout.COMPLETED));
        }
        return all;
    }

    private DeploymentState deployment(String status, int revision, int running, Rollout rollout) {
        int pending = TASKS - running;
        return new DeploymentState(id(revision), status, definition(revision), TASKS, pending, running, 0, rollout, "");
    }

    private String id(int revision) {
        return "ecs-svc/" + name + revision;
    }

    List<TaskState> tasks(Instant now) {
        List<TaskState> all = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            all.add(task("old" + i, 1, oldStatus(now), isPast(SELECTED, now)));
            if (updated.isPresent()) {
                all.add(task("new" + i, 2, isPast(STARTED, now) ? TaskStatus.RUNNING : TaskStatus.PENDING, false));
            }
        }
        return all;
    }

    private TaskStatus oldStatus(Instant now) {
        if (isPast(STOPPED, now)) {
            return TaskStatus.STOPPED;
        }
        if (isPast(DRAINED, now)) {
            return TaskStatus.STOPPING;
        }
        return isPast(SELECTED, now) ? TaskStatus.DEACTIVATING : TaskStatus.RUNNING;
    }

    private TaskState task(String id, int revision, TaskStatus status, boolean shallStop) {
        return new TaskState(
                TASK + name + "/" + id,
                definition(revision),
                id(revision),
                status,
                shallStop,
                List.of(address(id)),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private String address(String id) {
        return name + "-" + id;
    }

    Map<Target, TargetState> targets(Instant now) {
        Map<Target, TargetState> all = new LinkedHashMap<>();
        for (int i = 0; i < TASKS; i++) {
            if (!isPast(DRAINED, now)) {
                all.put(target("old" + i), health(isPast(SELECTED, now) ? Health.DRAINING : Health.HEALTHY));
            }
            if (updated.isPresent()) {
                all.put(target("new" + i), health(isPast(STARTED, now) ? Health.HEALTHY : Health.INITIAL));
            }
        }
        return all;
    }

    private Target target(String id) {
        return new Target(address(id), PORT);
    }

    private static TargetState health(Health health) {
        return new TargetState(health, "");
    }
}
