package org.ecsdelivery.sandbox.aws.ecs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.ecsdelivery.sandbox.aws.simulation.Timeline;

/** Begins, completes, fails and rolls back the deployments of a service. */
final class Rollouts {
    /** How long a service deployment stays PENDING. */
    private static final Duration ACCEPTED = Duration.ofSeconds(1);

    private final World world;
    private final ServiceEvents events;
    private final TrafficShifts shifts;

    Rollouts(World world, Consumer<Service> wake) {
        this.world = world;
        this.shifts = new TrafficShifts(world, this, wake);
        this.events = new ServiceEvents(world);
    }

    /** Begins a deployment of a task definition; one that is still under way is superseded. */
    Deployment begin(Service service, TaskDefinition definition) {
        supersede(service);
        Instant now = world.simulation.now();
        Optional<Deployment> blue = service.lastCompleted.filter(each -> service.shiftsTraffic());
        String path = service.cluster.name + "/" + service.name + "/";
        ServiceRevision revision = new ServiceRevision(
                world.account.arn("ecs", "service-revision/" + path + world.ids.number()),
                definition,
                service.settings.deepCopy(),
                now,
                blue.map(each -> !each.revision.alternate()).orElse(false));
        List<ServiceRevision> sources = service.deployments.stream()
                .map(source -> source.revision)
                .distinct()
                .toList();
        ServiceDeployment record = new ServiceDeployment(
                world.account.arn("ecs", "service-deployment/" + path + world.ids.hex(21)),
                service,
                sources,
                revision,
                now);
        record.configuration.at("/alarms/alarmNames").forEach(name -> {
            if (world.alarms.fires(name.asText())) {
                record.ignoredAlarms.add(name.asText());
            }
        });
        service.revisions.add(revision);
        service.history.add(0, record);
        turn(record, ServiceDeployment.Status.PENDING);
        world.simulation.after(ACCEPTED, () -> startRecord(record));
        Deployment deployment = push(service, revision, record);
        blue.ifPresent(each -> shifts.begin(service, each, deployment));
        return deployment;
    }

    private void startRecord(ServiceDeployment record) {
        if (record.status == ServiceDeployment.Status.PENDING) {
            record.startedAt = Optional.of(world.simulation.now());
            turn(record, ServiceDeployment.Status.IN_PROGRESS);
        }
    }

    private Deployment push(Service service, ServiceRevision revision, ServiceDeployment record) {
        Deployment deployment =
                new Deployment("ecs-svc/" + world.ids.number(), revision, record, world.simulation.now());
        service.deployments.addFirst(deployment);
        service.unsteady = true;
        world.simulation.record(Timeline.Kind.DEPLOYMENT, deployment.id, deployment.rollout.name(), service.arn);
        return deployment;
    }

    private void supersede(Service service) {
        shifts.end(service);
        service.history.stream().filter(record -> !record.status.isFinal()).forEach(record -> {
            record.statusReason = Optional.of("Superseded by a newer service deployment.");
            finish(record, ServiceDeployment.Status.STOPPED);
        });
    }

    /** Removes old deployments that have no task left in the counts. */
    void retireEmpty(Service service) {
        Deployment primary = service.primary();
        service.deployments.removeIf(deployment ->
                deployment != primary && service.running(deployment) == 0 && service.pending(deployment) == 0);
    }

    /** Completes the deployment and says so once every task is healthy and every old one has left. */
    void settle(Service service) {
        Deployment primary = service.primary();
        List<Task> serving = service.serving(primary);
        boolean settled = service.deployments.size() == 1
                && primary.rollout != Deployment.Rollout.FAILED
                && serving.size() == service.desiredCount
                && serving.stream().allMatch(task -> task.healthy);
        if (service.shift.isPresent() && !service.shift.get().mayStopBlue()) {
            if (serving.size() == service.desiredCount && serving.stream().allMatch(task -> task.healthy)) {
                shifts.scaledUp(service.shift.get());
            }
            return;
        }
        if (settled && primary.inProgress()) {
            complete(service, primary);
        }
        if (settled && service.unsteady) {
            service.unsteady = false;
            events.steady(service);
        }
    }

    private void complete(Service service, Deployment primary) {
        turn(service, primary, Deployment.Rollout.COMPLETED, "ECS deployment " + primary.id + " completed.");
        service.lastCompleted = Optional.of(primary);
        shifts.end(service);
        boolean rolledBack = primary.record.rollback.isPresent();
        finish(
                primary.record,
                rolledBack ? ServiceDeployment.Status.ROLLBACK_SUCCESSFUL : ServiceDeployment.Status.SUCCESSFUL);
        events.completed(service, primary);
    }

    /** Puts a service into the steady state without a word, for seeding. */
    void alreadyCompleted(Service service) {
        Deployment primary = service.primary();
        primary.rollout = Deployment.Rollout.COMPLETED;
        primary.rolloutReason = "ECS deployment " + primary.id + " completed.";
        service.lastCompleted = Optional.of(primary);
        service.unsteady = false;
        primary.record.startedAt = Optional.of(world.simulation.now());
        finish(primary.record, ServiceDeployment.Status.SUCCESSFUL);
    }

    /** Trips the circuit breaker once a deployment has failed too often. */
    void tripWhenTooMany(Service service, Deployment deployment) {
        boolean tooMany = service.breakerEnabled()
                && !service.shiftsTraffic()
                && deployment == service.primary()
                && deployment.inProgress()
                && deployment.failedTasks >= service.breakerThreshold();
        if (tooMany) {
            trip(service, deployment);
        }
    }

    private void trip(Service service, Deployment deployment) {
        ServiceDeployment record = deployment.record;
        String reason = "ECS deployment circuit breaker: tasks failed to start.";
        record.breakerTripped = true;
        record.failuresAtTrip = OptionalInt.of(deployment.failedTasks);
        turn(service, deployment, Deployment.Rollout.FAILED, reason);
        events.add(service, "(deployment " + deployment.id + ") deployment failed: tasks failed to start.");
        boolean back = service.rollbackEnabled() && record.rollback.isEmpty() && service.lastCompleted.isPresent();
        if (back) {
            rollBack(
                    service,
                    record,
                    "Service deployment rolled back because the circuit breaker threshold was exceeded.");
        } else {
            record.statusReason =
                    Optional.of("Service deployment stopped because the circuit breaker threshold was exceeded.");
            finish(
                    record,
                    record.rollback.isPresent()
                            ? ServiceDeployment.Status.ROLLBACK_FAILED
                            : ServiceDeployment.Status.STOPPED);
        }
    }

    /** Rolls back to the last completed deployment; without one the service deployment just stops. */
    void rollBack(Service service, ServiceDeployment record, String reason) {
        if (record.shift.filter(shift -> !shift.over).isPresent()) {
            shifts.rollBack(record.shift.get(), reason);
            return;
        }
        service.lastCompleted.ifPresentOrElse(good -> back(service, record, reason, good), () -> {
            record.statusReason = Optional.of(reason);
            finish(record, ServiceDeployment.Status.STOPPED);
        });
    }

    private void back(Service service, ServiceDeployment record, String reason, Deployment good) {
        goesBack(service, record, reason, good);
        Deployment rollback = push(service, good.revision, record);
        rollback.rolloutReason = "ECS deployment circuit breaker: rolling back to deploymentId " + good.id + ".";
    }

    /** Writes down that a service goes back to a deployment, and why. */
    void goesBack(Service service, ServiceDeployment record, String reason, Deployment good) {
        record.statusReason = Optional.of(reason);
        record.rollback = Optional.of(new ServiceDeployment.Rollback(reason, world.simulation.now(), good.revision));
        turn(record, ServiceDeployment.Status.ROLLBACK_IN_PROGRESS);
        events.add(service, "rolling back to deployment " + good.id + ".");
        service.settings.put("taskDefinition", good.definition.arn());
    }

    TrafficShifts shifts() {
        return shifts;
    }

    private void finish(ServiceDeployment record, ServiceDeployment.Status status) {
        record.finishedAt = Optional.of(world.simulation.now());
        turn(record, status);
    }

    void turn(ServiceDeployment record, ServiceDeployment.Status status) {
        record.status = status;
        record.updatedAt = world.simulation.now();
        world.simulation.record(Timeline.Kind.SERVICE_DEPLOYMENT, record.arn, status.name(), record.service.arn);
    }

    private void turn(Service service, Deployment deployment, Deployment.Rollout rollout, String reason) {
        deployment.rollout = rollout;
        deployment.rolloutReason = reason;
        deployment.updatedAt = world.simulation.now();
        world.simulation.record(Timeline.Kind.DEPLOYMENT, deployment.id, rollout.name(), service.arn);
    }
}
