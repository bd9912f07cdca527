package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import org.ecsdelivery.sandbox.aws.front.Json;

/** Makes tasks. */
final class Tasks {
    private final World world;

    Tasks(World world) {
        this.world = world;
    }

    Task ofService(Service service, Deployment deployment) {
        Task task = make(service.cluster, deployment.definition, Task.Origin.of(service, deployment));
        task.tags = tags(service, deployment);
        service.tasks.add(task);
        return task;
    }

    private static JsonNode tags(Service service, Deployment deployment) {
        return switch (service.settings.path("propagateTags").asText("NONE")) {
            case "TASK_DEFINITION" -> deployment.definition.tags().deepCopy();
            case "SERVICE" -> service.tags.deepCopy();
            default -> Json.array();
        };
    }

    Task make(Cluster cluster, TaskDefinition definition, Task.Origin origin) {
        String id = world.ids.hex(32);
        String arn = world.account.arn("ecs", "task/" + cluster.name + "/" + id);
        Task task = new Task(id, arn, cluster, definition, origin, world.behaviour(definition, origin));
        definition
                .containers()
                .forEach(container -> task.containers.add(new ContainerRun(
                        container,
                        world.account.arn("ecs", "container/" + cluster.name + "/" + id + "/" + world.ids.uuid()))));
        cluster.tasks.put(id, task);
        return task;
    }
}
