package org.ecsdelivery.engine.ecs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.ServiceChanges;

/**
 * A service at one moment (ECS API reference, Service).
 *
 * @param arn its ARN
 * @param name its name
 * @param status ACTIVE, DRAINING or INACTIVE
 * @param desired how many tasks it shall run
 * @param running how many it runs
 * @param taskDefinition ARN of the revision it shall run
 * @param controller ECS, CODE_DEPLOY or EXTERNAL
 * @param rules how it is deployed
 * @param deployments the deployments that still matter, newest first
 * @param loadBalancers where its tasks are registered
 * @param events the newest 100 events, newest first
 * @param traits where its tasks are placed
 */
public record ServiceState(
        String arn,
        String name,
        String status,
        int desired,
        int running,
        String taskDefinition,
        String controller,
        DeploymentRules rules,
        List<DeploymentState> deployments,
        List<LoadBalancer> loadBalancers,
        List<ServiceEvent> events,
        ServiceTraits traits) {
    /** Copies the lists. */
    public ServiceState {
        deployments = List.copyOf(deployments);
        loadBalancers = List.copyOf(loadBalancers);
        events = List.copyOf(events);
    }

    /** Makes a service of which is not known where its tasks are placed. */
    @SuppressWarnings("checkstyle:ParameterNumber")
    public ServiceState(
            String arn,
            String name,
            String status,
            int desired,
            int running,
            String taskDefinition,
            String controller,
            DeploymentRules rules,
            List<DeploymentState> deployments,
            List<LoadBalancer> loadBalancers,
            List<ServiceEvent> events) {
        this(
                arn,
                name,
                status,
                desired,
                running,
                taskDefinition,
                controller,
                rules,
                deployments,
                loadBalancers,
                events,
                ServiceTraits.UNKNOWN);
    }

    /**
     * Where the tasks of a service are registered.
     *
     * @param targetGroup ARN of the target group; empty for a Classic Load Balancer
     * @param container the container that takes the requests
     * @param containerPort the port it listens on
     * @param alternate ARN of the target group that takes turns with the first, where deployments shift traffic between two
     */
    public record LoadBalancer(
            Optional<String> targetGroup, String container, int containerPort, Optional<String> alternate) {
        /** Makes a place without an alternate target group. */
        public LoadBalancer(Optional<String> targetGroup, String container, int containerPort) {
            this(targetGroup, container, containerPort, Optional.empty());
        }

        /** Returns the target groups that a task may be in. */
        public List<String> groups() {
            return Stream.concat(targetGroup.stream(), alternate.stream()).toList();
        }
    }

    /** Tells whether anything makes ECS go back: the deployment circuit breaker, or an alarm. */
    public boolean rollsBack() {
        return rules.breaks() && rules.rollsBack()
                || !rules.alarms().names().isEmpty() && rules.alarms().rollsBack();
    }

    /** Returns the deployment with the id. */
    public Optional<DeploymentState> deployment(String id) {
        return deployments.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Returns the deployment that ECS is heading for. */
    public Optional<DeploymentState> primary() {
        return deployments.stream().filter(DeploymentState::isPrimary).findFirst();
    }

    /** Returns this service as it will be with the changes. */
    public ServiceState changedBy(ServiceChanges changes) {
        return new ServiceState(
                arn,
                name,
                status,
                changes.desired().orElse(desired),
                running,
                taskDefinition,
                controller,
                rules.changedBy(changes),
                deployments,
                loadBalancers,
                events,
                traits.changedBy(changes));
    }

    /** Returns this service as if nothing were known of its load balancers. */
    public ServiceState withoutLoadBalancers() {
        return new ServiceState(
                arn,
                name,
                status,
                desired,
                running,
                taskDefinition,
                controller,
                rules,
                deployments,
                List.of(),
                events,
                traits);
    }

    /** Returns the ARNs of the target groups, without doubles. */
    public List<String> targetGroups() {
        return loadBalancers.stream()
                .flatMap(each -> each.groups().stream())
                .distinct()
                .toList();
    }
}
