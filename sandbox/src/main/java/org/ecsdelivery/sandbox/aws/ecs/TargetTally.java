package org.ecsdelivery.sandbox.aws.ecs;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers what happens to targets at one instant, so that it is told in one event per target group, as ECS does. */
final class TargetTally {
    private final World world;
    private final ServiceEvents events;
    private final Map<Key, Integer> registered = new LinkedHashMap<>();
    private final Map<Key, Integer> deregistered = new LinkedHashMap<>();
    private final Map<Key, Integer> draining = new LinkedHashMap<>();

    private record Key(Service service, String what) {}

    TargetTally(World world) {
        this.world = world;
        this.events = new ServiceEvents(world);
    }

    void registered(Service service, Task task) {
        task.targets.forEach(target -> count(registered, service, target.groupArn));
    }

    void deregistered(Service service, Task task) {
        task.targets.forEach(target -> count(deregistered, service, target.groupArn));
        count(draining, service, task.startedBy);
    }

    private void count(Map<Key, Integer> tally, Service service, String what) {
        if (registered.isEmpty() && deregistered.isEmpty() && draining.isEmpty()) {
            world.simulation.after(Duration.ZERO, this::tell);
        }
        tally.merge(new Key(service, what), 1, Integer::sum);
    }

    private void tell() {
        registered.forEach((key, count) ->
                events.add(key.service, "registered " + count + " targets in (target-group " + key.what + ")"));
        deregistered.forEach((key, count) ->
                events.add(key.service, "deregistered " + count + " targets in (target-group " + key.what + ")"));
        draining.forEach((key, count) ->
                events.addOfTaskSet(key.service, key.what, "has begun draining connections on " + count + " tasks."));
        registered.clear();
        deregistered.clear();
        draining.clear();
    }
}
