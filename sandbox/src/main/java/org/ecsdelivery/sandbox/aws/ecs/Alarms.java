package org.ecsdelivery.sandbox.aws.ecs;

import org.ecsdelivery.sandbox.aws.cloudwatch.AlarmBoard;

/** CloudWatch alarms, as far as deployments watch them. */
final class Alarms {
    private final World world;
    private final Scheduler scheduler;

    Alarms(World world, Scheduler scheduler) {
        this.world = world;
        this.scheduler = scheduler;
    }

    void goesOff(String name) {
        world.alarms.set(name, AlarmBoard.ALARM);
        world.clusters.values().stream()
                .flatMap(cluster -> cluster.services.values().stream())
                .filter(service -> service.watches(name))
                .forEach(service -> service.history.stream()
                        .filter(record -> !record.status.isFinal() && record.rollback.isEmpty())
                        // an alarm that was in ALARM at the start is ignored to the end (ECS developer guide)
                        .filter(record -> !record.ignoredAlarms.contains(name))
                        .findFirst()
                        .ifPresent(record -> fail(record, name)));
    }

    private void fail(ServiceDeployment record, String name) {
        record.triggeredAlarms.add(name);
        scheduler
                .rollouts()
                .rollBack(
                        record.service,
                        record,
                        "Service deployment rolled back because an alarm went off: " + name + ".");
        scheduler.request(record.service);
    }
}
