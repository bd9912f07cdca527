package org.ecsdelivery.sandbox.aws.cloudformation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecsdelivery.sandbox.aws.cloudformation.template.Parts;
import org.ecsdelivery.sandbox.aws.ecs.Ecs;
import org.ecsdelivery.sandbox.aws.network.Ec2Network;

/** The instances that Auto Scaling groups of stacks start, and the clusters they come to by a capacity provider. */
final class Hosts {
    private final Ecs ecs;
    private final Ec2Network network;
    private final Map<String, List<String>> securityGroups = new LinkedHashMap<>();
    private final Map<String, Fleet> fleets = new LinkedHashMap<>();
    private final Map<String, String> providers = new LinkedHashMap<>();
    private int started;

    private record Fleet(int size, List<String> securityGroups) {}

    Hosts(Ecs ecs, Ec2Network network) {
        this.ecs = ecs;
        this.network = network;
    }

    void template(String id, Map<String, Object> properties) {
        Map<String, Object> data = Parts.map(Parts.member(properties, "LaunchTemplateData"));
        securityGroups.put(
                id,
                Parts.list(data.getOrDefault("SecurityGroupIds", List.of())).stream()
                        .map(String::valueOf)
                        .toList());
    }

    void fleet(String name, Map<String, Object> properties) {
        String template = String.valueOf(
                Parts.map(Parts.member(properties, "LaunchTemplate")).get("LaunchTemplateId"));
        // managed scaling starts the first one for the first task
        int size = Math.max(1, Integer.parseInt(String.valueOf(properties.get("MinSize"))));
        fleets.put(name, new Fleet(size, securityGroups.getOrDefault(template, List.of())));
    }

    void provide(String provider, String fleet) {
        providers.put(provider, fleet);
    }

    /** Has the instances of a provider join a cluster; Fargate has none. */
    void join(String provider, String cluster) {
        Optional.ofNullable(providers.get(provider))
                .map(fleets::get)
                .ifPresent(fleet -> IntStream.range(0, fleet.size()).forEach(each -> start(cluster, fleet)));
    }

    private void start(String cluster, Fleet fleet) {
        String id = "i-%017x".formatted(0x51ce0L + started++);
        network.instance(id, fleet.securityGroups().toArray(String[]::new));
        ecs.containerInstance(cluster, id);
    }
}
