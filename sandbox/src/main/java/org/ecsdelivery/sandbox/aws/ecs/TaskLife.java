package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecsdelivery.sandbox.aws.front.Json;
import org.ecsdelivery.sandbox.aws.simulation.Timeline;

/** Leads a task from PROVISIONING to STOPPED. */
final class TaskLife {
    private static final int NOBODY_THERE = 502;

    /** ECS shows a stopped task for at least an hour. */
    private static final Duration SHOWN_AFTER_STOP = Duration.ofHours(1);

    private final World world;
    private final TaskTimings timings;
    private final TaskNetwork network;

    TaskLife(World world) {
        this.world = world;
        this.timings = world.timings;
        this.network = new TaskNetwork(world);
    }

    void start(Task task, TaskWatcher watcher) {
        network.attach(task);
        enter(task, TaskStatus.PROVISIONING);
        later(task, timings.provisioning(), () -> pull(task, watcher));
    }

    /** Puts a task that has long been running and healthy into the world. */
    void alreadyRunning(Task task, TaskWatcher watcher) {
        network.attach(task);
        enter(task, TaskStatus.RUNNING);
        task.healthy = true;
        task.wasHealthy = true;
        network.registerHealthy(task, target -> targetTurned(task, target, watcher));
    }

    private void pull(Task task, TaskWatcher watcher) {
        enter(task, TaskStatus.PENDING);
        later(task, timings.pulling(), () -> pulled(task, watcher));
    }

    private void pulled(Task task, TaskWatcher watcher) {
        Optional<String> lacking = inject(task);
        if (lacking.isPresent()) {
            stopBecause(task, "TaskFailedToStart", lacking.get());
            wind(task, watcher);
            watcher.failed(task);
        } else {
            pulledImages(task, watcher);
        }
    }

    /** Hands each container what it is to get, and answers why one cannot. */
    private Optional<String> inject(Task task) {
        for (ContainerRun container : task.containers) {
            Injection.Outcome outcome = world.injection().into(container.definition, override(task, container.name()));
            if (outcome.failure().isPresent()) {
                return outcome.failure();
            }
            task.environments.put(container.name(), outcome.variables());
        }
        return Optional.empty();
    }

    private static JsonNode override(Task task, String container) {
        for (JsonNode each : task.overrides.path("containerOverrides")) {
            if (each.path("name").asText().equals(container)) {
                return each;
            }
        }
        return Json.object();
    }

    private void pulledImages(Task task, TaskWatcher watcher) {
        Optional<ContainerRun> missing = task.containers.stream()
                .filter(container ->
                        task.behaviour.kind() == TaskBehaviour.Kind.CANNOT_PULL || world.missing(container.image()))
                .findFirst();
        missing.ifPresentOrElse(container -> cannotPull(task, container, watcher), () -> activate(task, watcher));
    }

    private void cannotPull(Task task, ContainerRun container, TaskWatcher watcher) {
        String image = container.image();
        String reason =
                "CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref "
                        + image + ": " + image + ": not found";
        container.reason = Optional.of(reason);
        stopBecause(task, "TaskFailedToStart", reason);
        wind(task, watcher);
        watcher.failed(task);
    }

    private void activate(Task task, TaskWatcher watcher) {
        enter(task, TaskStatus.ACTIVATING);
        network.register(task, failing(task.behaviour), target -> targetTurned(task, target, watcher));
        later(task, timings.activating(), () -> run(task, watcher));
    }

    /** What exits at its start has no port open yet: a load balancer finds nobody there. */
    private static OptionalInt failing(TaskBehaviour behaviour) {
        return switch (behaviour.kind()) {
            case NEVER_HEALTHY -> OptionalInt.of(behaviour.code());
            case EXITS -> OptionalInt.of(NOBODY_THERE);
            case HEALTHY, IGNORES_SIGTERM, CANNOT_PULL -> OptionalInt.empty();
        };
    }

    private void run(Task task, TaskWatcher watcher) {
        enter(task, TaskStatus.RUNNING);
        network.print(task);
        if (task.behaviour.kind() == TaskBehaviour.Kind.EXITS) {
            later(task, timings.exiting(), () -> exit(task, watcher));
        }
        if (!task.targets.isEmpty()) {
            becomeHealthyWithTargets(task, watcher);
        } else if (task.behaviour.kind() == TaskBehaviour.Kind.NEVER_HEALTHY) {
            later(task, timings.healthyAlone(), () -> watcher.checkFailed(task));
        } else {
            later(task, timings.healthyAlone(), () -> becomeHealthy(task, watcher));
        }
    }

    private void exit(Task task, TaskWatcher watcher) {
        task.containers.stream().filter(ContainerRun::essential).findFirst().ifPresent(container -> {
            container.exitCode = OptionalInt.of(task.behaviour.code());
            container.reason = task.behaviour.reason();
        });
        stopBecause(task, "EssentialContainerExited", "Essential container in task exited");
        network.deregister(task);
        exited(task, 143, watcher);
        watcher.failed(task);
    }

    private void targetTurned(Task task, TaskTarget target, TaskWatcher watcher) {
        switch (target.state) {
            case HEALTHY, UNAVAILABLE -> becomeHealthyWithTargets(task, watcher);
            case UNHEALTHY -> {
                // what exits by itself does so before ECS would replace it
                if (task.behaviour.kind() != TaskBehaviour.Kind.EXITS) {
                    watcher.targetFailed(task, target);
                }
            }
            case GONE -> terminateWhenDrained(task, watcher);
            case INITIAL, UNHEALTHY_DRAINING, DRAINING -> {}
        }
    }

    private void becomeHealthyWithTargets(Task task, TaskWatcher watcher) {
        if (network.allHealthy(task)) {
            becomeHealthy(task, watcher);
        }
    }

    private static void becomeHealthy(Task task, TaskWatcher watcher) {
        if (task.status == TaskStatus.RUNNING && !task.stopWanted && !task.healthy) {
            task.healthy = true;
            task.wasHealthy = true;
            watcher.healthy(task);
        }
    }

    /** Tells a task to stop: a running one is deregistered, drained and terminated, another just goes. */
    void stop(Task task, String code, String reason, TaskWatcher watcher) {
        if (task.stopWanted) {
            return;
        }
        boolean running = task.status == TaskStatus.RUNNING;
        stopBecause(task, code, reason);
        if (running) {
            later(task, timings.deregistrationPause(), () -> deactivate(task, watcher));
        } else {
            network.deregister(task);
            wind(task, watcher);
        }
    }

    private void deactivate(Task task, TaskWatcher watcher) {
        enter(task, TaskStatus.DEACTIVATING);
        if (task.targets.isEmpty()) {
            terminate(task, watcher);
        } else {
            network.deregister(task);
        }
    }

    private void terminateWhenDrained(Task task, TaskWatcher watcher) {
        if (task.status == TaskStatus.DEACTIVATING && network.allGone(task)) {
            later(task, timings.sigtermPause(), () -> terminate(task, watcher));
        }
    }

    private void terminate(Task task, TaskWatcher watcher) {
        enter(task, TaskStatus.STOPPING);
        watcher.left(task);
        boolean deaf = task.behaviour.kind() == TaskBehaviour.Kind.IGNORES_SIGTERM;
        Duration wait = deaf ? task.definition.stopTimeout() : timings.stopping();
        later(task, wait, () -> exited(task, deaf ? 137 : 0, watcher));
    }

    private void exited(Task task, int code, TaskWatcher watcher) {
        task.containers.stream()
                .filter(container -> container.exitCode.isEmpty())
                .forEach(container -> container.exitCode = OptionalInt.of(code));
        wind(task, watcher);
    }

    private void wind(Task task, TaskWatcher watcher) {
        if (task.status != TaskStatus.STOPPING) {
            enter(task, TaskStatus.STOPPING);
            watcher.left(task);
        }
        task.exitedAt = Optional.of(world.simulation.now());
        enter(task, TaskStatus.DEPROVISIONING);
        later(task, timings.deprovisioning(), () -> stopped(task));
    }

    private void stopped(Task task) {
        enter(task, TaskStatus.STOPPED);
        world.simulation.after(SHOWN_AFTER_STOP, () -> {
            task.cluster.tasks.remove(task.id);
            task.service.ifPresent(service -> service.tasks.remove(task));
        });
    }

    private static void stopBecause(Task task, String code, String reason) {
        task.turn++;
        task.stopWanted = true;
        task.healthy = false;
        task.stopCode = Optional.of(code);
        task.stoppedReason = Optional.of(reason);
    }

    private void enter(Task task, TaskStatus status) {
        task.status = status;
        task.reached.put(status, world.simulation.now());
        world.simulation.record(Timeline.Kind.TASK, task.arn, status.name(), task.startedBy);
    }

    private void later(Task task, Duration delay, Runnable step) {
        int turn = task.turn;
        world.simulation.after(delay, () -> {
            if (task.turn == turn) {
                step.run();
            }
        });
    }
}
