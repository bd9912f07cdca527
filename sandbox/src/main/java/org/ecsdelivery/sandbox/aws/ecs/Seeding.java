package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;

/** Puts things into the world that have long been there. */
final class Seeding {
    private final World world;
    private final ServiceOperations services;
    private final Scheduler scheduler;
    private final TaskLife life;
    private final Tasks tasks;

    Seeding(World world, ServiceOperations services, Scheduler scheduler, TaskLife life, Tasks tasks) {
        this.world = world;
        this.services = services;
        this.scheduler = scheduler;
        this.life = life;
        this.tasks = tasks;
    }

    String region() {
        return world.account.region();
    }

    String instance(Cluster cluster, String ec2InstanceId) {
        String arn = world.account.arn("ecs", "container-instance/" + cluster.name + "/" + world.ids.hex(32));
        cluster.instances.add(new ContainerInstance(arn, ec2InstanceId));
        return arn;
    }

    void dualStack(String subnet) {
        world.simulation.change(() -> world.dualStackSubnets.add(subnet));
    }

    String create(ServiceSeed seed) {
        return world.simulation.look(() -> created(seed).arn);
    }

    private Service created(ServiceSeed seed) {
        String definition = seed.definition()
                .orElseGet(() -> world.definitions
                        .register(seed.definitionJson(), world.simulation.now())
                        .arn());
        createLogGroups(definition);
        Service service = services.declare(world.createCluster(seed.cluster), seed.body(definition));
        for (int i = 0; i < service.desiredCount; i++) {
            life.alreadyRunning(tasks.ofService(service, service.primary()), scheduler);
        }
        scheduler.rollouts().alreadyCompleted(service);
        return service;
    }

    /** Tasks that have run for long write to groups that are there. */
    private void createLogGroups(String definition) {
        world.definitions.usable(definition).json().path("containerDefinitions").findValues("awslogs-group").stream()
                .map(JsonNode::asText)
                .forEach(world.log()::create);
    }
}
