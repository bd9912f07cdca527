package org.ecsdelivery.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.doctor.Entrance;
import org.ecsdelivery.engine.doctor.Entrance.Reach;
import org.ecsdelivery.engine.doctor.Seen;
import org.ecsdelivery.engine.ecs.EcsApi;
import org.ecsdelivery.engine.ecs.EcsApi.TaskList;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.ecs.ServiceState.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/**
 * Follows the ways from load balancers to tasks.
 *
 * @param ecs finds the instances of tasks
 * @param containers finds the security groups of tasks
 * @param balancers the load balancers
 * @param network the security groups
 */
record EntranceLook(EcsApi ecs, ContainerLook containers, BalancerLook balancers, NetworkLook network) {
    /** The ports that Linux hands out, and those that Windows does (ECS API reference, PortMapping). */
    private static final int[] LINUX = {32_768, 60_999};

    private static final int[] WINDOWS = {49_152, 65_535};

    List<Entrance> of(ClusterName cluster, ServiceName name, ServiceState service, RevisionState revision) {
        List<Entrance> all = new ArrayList<>();
        for (LoadBalancer place : service.loadBalancers()) {
            if (place.targetGroup().isPresent()) {
                all.add(of(cluster, name, place, revision));
            }
        }
        return all;
    }

    private Entrance of(ClusterName cluster, ServiceName name, LoadBalancer place, RevisionState revision) {
        List<TargetGroup> groups = balancers.groups(place.groups());
        List<String> loadBalancers = groups.stream()
                .flatMap(each -> each.loadBalancerArns().stream())
                .distinct()
                .toList();
        return new Entrance(
                groups.stream().findFirst().map(TargetGroup::targetGroupName).orElse("?"),
                balancers.routes(loadBalancers, place.groups()),
                reach(cluster, name, place, revision, loadBalancers));
    }

    private Seen<Reach> reach(
            ClusterName cluster,
            ServiceName name,
            LoadBalancer place,
            RevisionState revision,
            List<String> loadBalancers) {
        Seen<List<String>> groups = Seen.look(() -> groups(cluster, name, revision));
        if (groups.value().isEmpty()) {
            return Seen.hidden(groups.reason());
        }
        List<String> ofTasks = groups.value().get();
        if (ofTasks.isEmpty()) {
            return Seen.hidden("it is not known which security groups the tasks have; on instances, one must run");
        }
        int[] ports = ports(place, revision);
        return Seen.look(() -> new Reach(
                balancers.securityGroups(loadBalancers), ofTasks, network.allowed(ofTasks), ports[0], ports[1]));
    }

    private List<String> groups(ClusterName cluster, ServiceName name, RevisionState revision) {
        if (revision.networkMode().equals("awsvpc")) {
            return containers.securityGroups(cluster, name);
        }
        List<String> instances = ecs.tasks(cluster, ecs.listTasks(cluster, name, TaskList.RUNNING)).stream()
                .flatMap(each -> each.containerInstance().stream())
                .distinct()
                .toList();
        return instances.isEmpty()
                ? List.of()
                : network.groupsOf(ecs.instances(cluster, instances).values().stream()
                        .distinct()
                        .toList());
    }

    private static int[] ports(LoadBalancer place, RevisionState revision) {
        boolean dynamic = Stream.of("awsvpc", "host").noneMatch(revision.networkMode()::equals)
                && revision.containers().stream()
                        .filter(each -> each.name().value().equals(place.container()))
                        .allMatch(each -> each.hostPorts().isEmpty());
        if (dynamic) {
            return revision.platform()
                            .filter(each -> each.startsWith("windows"))
                            .isPresent()
                    ? WINDOWS
                    : LINUX;
        }
        int port = revision.networkMode().equals("awsvpc") ? place.containerPort() : fixed(place, revision);
        return new int[] {port, port};
    }

    private static int fixed(LoadBalancer place, RevisionState revision) {
        return revision.containers().stream()
                .filter(each -> each.name().value().equals(place.container()))
                .flatMap(each -> each.hostPorts().stream())
                .findFirst()
                .orElse(place.containerPort());
    }
}
