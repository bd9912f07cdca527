package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.ecsdelivery.sandbox.aws.elb.TargetId;
import org.ecsdelivery.sandbox.aws.elb.TargetState;

/** Gives tasks addresses, ports and places in target groups, and carries away what they print. */
final class TaskNetwork {
    private final World world;
    private final TargetTally tally;
    private int addresses;

    TaskNetwork(World world) {
        this.world = world;
        this.tally = new TargetTally(world);
    }

    void attach(Task task) {
        if (task.definition.awsvpc()) {
            task.eni = Optional.of(eni(task));
        } else {
            task.instance = task.cluster.nextInstance();
        }
        task.containers.forEach(container -> container
                .definition
                .path("portMappings")
                .forEach(mapping ->
                        container.ports.put(mapping.path("containerPort").asInt(), hostPort(task, mapping))));
    }

    private Eni eni(Task task) {
        int number = ++addresses;
        String subnet = task.service
                .map(service -> service.settings
                        .at("/networkConfiguration/awsvpcConfiguration/subnets/0")
                        .asText())
                .filter(text -> !text.isBlank())
                .orElse("subnet-0a1b2c3d4e5f60718");
        Optional<String> ipv6 = world.dualStackSubnets.contains(subnet)
                ? Optional.of("2001:db8:1234:1a00::" + Integer.toHexString(0x100 + number))
                : Optional.empty();
        return new Eni(
                world.ids.uuid(),
                "eni-" + world.ids.hex(17),
                subnet,
                "0a:58:0a:00:%02x:%02x".formatted(number / 250, number % 250),
                "10.0." + (1 + number / 250) + "." + (4 + number % 250),
                ipv6);
    }

    private static int hostPort(Task task, JsonNode mapping) {
        int containerPort = mapping.path("containerPort").asInt();
        int wanted = mapping.path("hostPort").asInt(0);
        boolean dynamic = task.eni.isEmpty()
                && wanted == 0
                && !task.definition.json().path("networkMode").asText().equals("host");
        int fixed = wanted == 0 ? containerPort : wanted;
        return dynamic ? task.instance.map(ContainerInstance::dynamicPort).orElse(fixed) : fixed;
    }

    void register(Task task, OptionalInt failing, Consumer<TaskTarget> watcher) {
        place(task);
        task.targets.forEach(target ->
                world.groups.register(target.groupArn, target.id, failing, state -> turned(target, state, watcher)));
        task.service.ifPresent(service -> tally.registered(service, task));
    }

    void registerHealthy(Task task, Consumer<TaskTarget> watcher) {
        place(task);
        task.targets.forEach(target ->
                world.groups.registerHealthy(target.groupArn, target.id, state -> turned(target, state, watcher)));
    }

    private static void turned(TaskTarget target, TargetState state, Consumer<TaskTarget> watcher) {
        target.state = state;
        watcher.accept(target);
    }

    private void place(Task task) {
        task.service.ifPresent(service -> service.loadBalancers().forEach(balancer -> {
            String group = task.deployment
                    .map(deployment -> deployment.revision.group(balancer))
                    .orElseGet(() -> balancer.path("targetGroupArn").asText());
            world.groups.require(group);
            task.targets.add(new TaskTarget(group, address(task, balancer, group)));
        }));
    }

    private TargetId address(Task task, JsonNode balancer, String group) {
        int containerPort = balancer.path("containerPort").asInt();
        int port = task.containers.stream()
                .filter(container ->
                        container.name().equals(balancer.path("containerName").asText()))
                .flatMap(container -> Optional.ofNullable(container.ports.get(containerPort)).stream())
                .findFirst()
                .orElse(containerPort);
        String host = task.eni
                .map(eni -> world.groups.ipv6(group) ? eni.ipv6().orElse(eni.ip()) : eni.ip())
                .or(() -> task.instance.map(instance -> instance.ec2InstanceId))
                .orElse("0.0.0.0");
        return new TargetId(host, port);
    }

    /** Begins to drain the task's targets. */
    void deregister(Task task) {
        if (!task.targets.isEmpty()) {
            task.service.ifPresent(service -> tally.deregistered(service, task));
            task.targets.forEach(target -> world.groups.deregister(target.groupArn, target.id));
        }
    }

    boolean allHealthy(Task task) {
        return task.targets.stream()
                .allMatch(target -> target.state == TargetState.HEALTHY || target.state == TargetState.UNAVAILABLE);
    }

    boolean allGone(Task task) {
        return task.targets.stream().allMatch(target -> target.state == TargetState.GONE);
    }

    /** Carries what the task prints to the log group of its first container with the awslogs driver. */
    void print(Task task) {
        task.containers.stream()
                .filter(container -> container
                        .definition
                        .at("/logConfiguration/logDriver")
                        .asText()
                        .equals("awslogs"))
                .findFirst()
                .ifPresent(container -> print(task, container));
    }

    private void print(Task task, ContainerRun container) {
        JsonNode options = container.definition.at("/logConfiguration/options");
        String stream = options.path("awslogs-stream-prefix").asText() + "/" + container.name() + "/" + task.id;
        task.behaviour
                .lines()
                .forEach(line -> world.log()
                        .append(options.path("awslogs-group").asText(), stream, world.simulation.now(), line));
    }
}
