package org.ecsdelivery.sandbox.aws.ecs;

/** Makes tasks. */
final class Tasks {
    private final World world;

    Tasks(World world) {
        this.world = world;
    }

    Task ofService(Service service, Deployment deployment) {
        Task task = make(service.cluster, deployment.definition, Task.Origin.of(service, deployment));
        service.tasks.add(task);
        return task;
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
