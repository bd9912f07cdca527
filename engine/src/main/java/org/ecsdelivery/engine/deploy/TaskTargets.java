package org.ecsdelivery.engine.deploy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.engine.ecs.ServiceState.LoadBalancer;
import org.ecsdelivery.engine.ecs.Target;
import org.ecsdelivery.engine.ecs.TaskState;

/**
 * Which targets a task may be registered as. With network mode awsvpc these are its own addresses, IPv4 and IPv6, at the
 * container's port; otherwise the instance it runs on, at the port the host gave it (ECS developer guide, "Service load balancing").
 */
final class TaskTargets {

    /**
     * A place in a target group.
     *
     * @param group ARN of the target group
     * @param target the target
     */
    record Registration(String group, Target target) {}

    private TaskTargets() {}

    /** Returns targets as people write them. */
    static String inWords(Collection<Registration> registrations) {
        return registrations.stream()
                .map(each -> each.target().toString())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    static List<Registration> of(TaskState task, List<LoadBalancer> loadBalancers, Map<String, String> instances) {
        List<Registration> all = new ArrayList<>();
        for (LoadBalancer each : loadBalancers) {
            each.groups()
                    .forEach(group ->
                            targets(task, each, instances).forEach(target -> all.add(new Registration(group, target))));
        }
        return List.copyOf(all);
    }

    private static Stream<Target> targets(TaskState task, LoadBalancer place, Map<String, String> instances) {
        if (!task.addresses().isEmpty()) {
            return task.addresses().stream().map(address -> new Target(address, place.containerPort()));
        }
        String instance = task.containerInstance().map(instances::get).orElse(null);
        if (instance == null) {
            return Stream.empty();
        }
        return task.bindings().stream()
                .filter(binding -> binding.container().equals(place.container())
                        && binding.containerPort() == place.containerPort())
                .map(binding -> new Target(instance, binding.hostPort()));
    }
}
