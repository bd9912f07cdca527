package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ecsdelivery.sandbox.aws.front.Json;
import org.ecsdelivery.sandbox.aws.simulation.Timeline;

/** Writes the events of a service in the words of ECS, newest first, the newest hundred kept. */
final class ServiceEvents {
    /** ECS names at most ten tasks in one event. */
    private static final int TASKS_PER_EVENT = 10;

    private final World world;

    ServiceEvents(World world) {
        this.world = world;
    }

    void add(Service service, String text) {
        write(service, "(service " + service.name + ") " + text);
    }

    void addOfTaskSet(Service service, String deploymentId, String text) {
        write(service, "(service " + service.name + ", taskSet " + deploymentId + ") " + text);
    }

    void started(Service service, List<Task> tasks) {
        batches(tasks).forEach(batch -> add(service, "has started " + batch.size() + " tasks: " + named(batch) + "."));
    }

    void stopped(Service service, List<Task> tasks) {
        batches(tasks)
                .forEach(
                        batch -> add(service, "has stopped " + batch.size() + " running tasks: " + named(batch) + "."));
    }

    void completed(Service service, Deployment deployment) {
        add(service, "(deployment " + deployment.id + ") deployment completed.");
    }

    void steady(Service service) {
        add(service, "has reached a steady state.");
    }

    private static List<List<Task>> batches(List<Task> tasks) {
        List<List<Task>> batches = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i += TASKS_PER_EVENT) {
            batches.add(tasks.subList(i, Math.min(tasks.size(), i + TASKS_PER_EVENT)));
        }
        return batches;
    }

    private static String named(List<Task> tasks) {
        return tasks.stream().map(task -> "(task " + task.id + ")").collect(Collectors.joining(" "));
    }

    private void write(Service service, String message) {
        ObjectNode event = Json.object().put("id", world.ids.uuid()).put("message", message);
        event.set("createdAt", Json.epoch(world.simulation.now()));
        service.events.addFirst(event);
        if (service.events.size() > Service.EVENTS_KEPT) {
            service.events.removeLast();
        }
        world.simulation.record(Timeline.Kind.EVENT, service.arn, "", message);
    }
}
