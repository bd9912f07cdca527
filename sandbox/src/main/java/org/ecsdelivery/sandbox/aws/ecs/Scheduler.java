package org.ecsdelivery.sandbox.aws.ecs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The service scheduler: starts and stops tasks until a service is as it should be. */
final class Scheduler implements TaskWatcher {
    private static final int IMPAIRED_AFTER = 5;
    private final World world;
    private final TaskLife life;
    private final ServiceEvents events;
    private final Rollouts rollouts;
    private final Tasks tasks;

    Scheduler(World world, TaskLife life, Tasks tasks) {
        this.world = world;
        this.life = life;
        this.tasks = tasks;
        this.events = new ServiceEvents(world);
        this.rollouts = new Rollouts(world, this::request);
    }

    Rollouts rollouts() {
        return rollouts;
    }

    /** Has a service looked at one beat from now. */
    void request(Service service) {
        if (!service.reconcileDue) {
            service.reconcileDue = true;
            world.simulation.after(world.timings.schedulerBeat(), () -> {
                service.reconcileDue = false;
                reconcile(service);
            });
        }
    }

    /** Takes note that somebody else stopped a task. */
    void disturb(Service service) {
        service.unsteady = true;
        request(service);
    }

    private void reconcile(Service service) {
        rollouts.retireEmpty(service);
        Deployment primary = service.primary();
        int started = start(service, primary);
        int stopped = stopSurplus(service, primary) + stopOld(service, primary);
        if (started + stopped == 0) {
            complainWhenStuck(service, primary);
        }
        rollouts.settle(service);
    }

    private int start(Service service, Deployment primary) {
        if (primary.rollout == Deployment.Rollout.FAILED) {
            return 0;
        }
        if (service.shift.filter(shift -> !shift.mayStartGreen()).isPresent()) {
            return 0;
        }
        int missing = service.desiredCount - service.serving(primary).size();
        // green stands beside blue whatever maximumPercent is
        int room = service.shift.isPresent() ? missing : service.maximum() - counted(service);
        int count = Math.max(0, Math.min(missing, room));
        List<Task> started = new ArrayList<>();
        for (int i = 0; i < count && placeable(service, primary); i++) {
            started.add(tasks.ofService(service, primary));
        }
        events.started(service, started);
        started.forEach(task -> life.start(task, this));
        return started.size();
    }

    private boolean placeable(Service service, Deployment primary) {
        boolean placeable = primary.definition.awsvpc() || !service.cluster.instances.isEmpty();
        if (!placeable && !primary.stuckSaid) {
            primary.stuckSaid = true;
            events.add(
                    service,
                    "was unable to place a task because no container instance met all of its requirements. Reason: No"
                            + " Container Instances were found in your cluster. For more information, see the"
                            + " Troubleshooting section of the Amazon ECS Developer Guide.");
        }
        return placeable;
    }

    private static int counted(Service service) {
        return (int) service.tasks.stream()
                .filter(task -> task.status.pending() || task.status.running())
                .count();
    }

    private int stopSurplus(Service service, Deployment primary) {
        List<Task> serving = service.serving(primary);
        int surplus = Math.max(0, serving.size() - service.desiredCount);
        return stop(service, primary, serving.subList(serving.size() - surplus, serving.size()));
    }

    private int stopOld(Service service, Deployment primary) {
        boolean held = service.shift.filter(shift -> !shift.mayStopBlue()).isPresent();
        if (held || primary.rollout == Deployment.Rollout.FAILED) {
            return 0;
        }
        List<Task> old = service.deployments.stream()
                .skip(1)
                .flatMap(deployment -> service.serving(deployment).stream())
                .filter(task -> !isHeld(service, primary, task))
                .toList();
        long spare = healthy(service) - service.minimum();
        Stream<Task> useless = old.stream().filter(task -> !task.healthy);
        Stream<Task> replaced = old.stream().filter(task -> task.healthy).limit(Math.max(0, spare));
        return stop(service, primary, Stream.concat(useless, replaced).toList());
    }

    /** ECS stops no protected task, and says so (ECS developer guide, "Protect your Amazon ECS tasks"). */
    private boolean isHeld(Service service, Deployment primary, Task task) {
        boolean held = task.isProtected(world.simulation.now());
        if (held && !primary.protectionSaid) {
            primary.protectionSaid = true;
            events.addOfTaskSet(
                    service,
                    task.startedBy,
                    "was unable to scale in. Reason: The number of protected tasks is more than the desired count of"
                            + " tasks");
        }
        return held;
    }

    private static long healthy(Service service) {
        return service.tasks.stream().filter(task -> task.healthy).count();
    }

    private int stop(Service service, Deployment primary, List<Task> stopping) {
        String reason = "Scaling activity initiated by (deployment " + primary.id + ")";
        events.stopped(service, stopping);
        stopping.forEach(task -> life.stop(task, "ServiceSchedulerInitiated", reason, this));
        return stopping.size();
    }

    private void complainWhenStuck(Service service, Deployment primary) {
        boolean moving = service.tasks.stream().anyMatch(task -> task.status.pending() || leaving(task));
        boolean tooFew = service.serving(primary).size() < service.desiredCount;
        if (tooFew && !moving && primary.inProgress() && !primary.stuckSaid && service.deployments.size() > 1) {
            primary.stuckSaid = true;
            events.add(
                    service,
                    "was unable to stop or start tasks during a deployment because of the service deployment"
                            + " configuration. Update the minimumHealthyPercent or maximumPercent value and try again.");
        }
    }

    private static boolean leaving(Task task) {
        return task.stopWanted && task.status != TaskStatus.STOPPED;
    }

    @Override
    public void healthy(Task task) {
        task.deployment.ifPresent(deployment -> deployment.failedTasks = 0);
        task.service.ifPresent(this::request);
    }

    @Override
    public void targetFailed(Task task, TaskTarget target) {
        String reason = "Task failed ELB health checks in (target-group " + target.groupArn + ")";
        afterGrace(
                task,
                () -> task.service.ifPresent(service -> {
                    events.add(
                            service,
                            "(task " + task.id + ") (port " + target.id.port() + ") is unhealthy in (target-group "
                                    + target.groupArn + ") due to (reason Health checks failed with these codes: ["
                                    + task.behaviour.code() + "])");
                    replace(service, task, reason);
                }));
    }

    @Override
    public void checkFailed(Task task) {
        afterGrace(
                task,
                () -> task.service.ifPresent(service -> {
                    events.add(service, "(task " + task.id + ") failed container health checks.");
                    replace(service, task, "Task failed container health checks");
                }));
    }

    private void replace(Service service, Task task, String reason) {
        events.stopped(service, List.of(task));
        life.stop(task, "ServiceSchedulerInitiated", reason, this);
        failed(task);
    }

    /** ECS ignores failed checks until the service's grace period, counted from RUNNING, is over. */
    private void afterGrace(Task task, Runnable consequence) {
        Instant now = world.simulation.now();
        Instant running = task.reached.getOrDefault(TaskStatus.RUNNING, now);
        Duration grace = task.service.map(Service::healthCheckGracePeriod).orElse(Duration.ZERO);
        Duration left = Duration.between(now, running.plus(grace));
        Runnable unlessStopped = () -> {
            if (!task.stopWanted) {
                consequence.run();
            }
        };
        world.simulation.after(left.isNegative() ? Duration.ZERO : left, unlessStopped);
    }

    @Override
    public void failed(Task task) {
        task.service.ifPresent(service -> task.deployment.ifPresent(deployment -> {
            service.unsteady = true;
            if (!task.wasHealthy) {
                deployment.failedTasks++;
                complainWhenImpaired(service, deployment);
                rollouts.tripWhenTooMany(service, deployment);
            }
            request(service);
        }));
    }

    private void complainWhenImpaired(Service service, Deployment deployment) {
        if (deployment.failedTasks >= IMPAIRED_AFTER && !deployment.impairedSaid) {
            deployment.impairedSaid = true;
            events.add(
                    service,
                    "is unable to consistently start tasks successfully. For more information, see the Troubleshooting"
                            + " section of the Amazon ECS Developer Guide.");
        }
    }

    @Override
    public void left(Task task) {
        task.service.ifPresent(service -> world.simulation.after(world.timings.settling(), () -> reconcile(service)));
    }
}
