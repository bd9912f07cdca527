package org.ecsdelivery.dist.infrastructure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.engine.doctor.AlarmFacts;
import org.ecsdelivery.engine.doctor.ContainerFacts;
import org.ecsdelivery.engine.doctor.Entrance;
import org.ecsdelivery.engine.doctor.Entrance.Allowed;
import org.ecsdelivery.engine.doctor.Entrance.Reach;
import org.ecsdelivery.engine.doctor.Pipeline;
import org.ecsdelivery.engine.doctor.RepositoryFacts;
import org.ecsdelivery.engine.doctor.RoleFacts;
import org.ecsdelivery.engine.doctor.Seen;
import org.ecsdelivery.engine.ecs.DeploymentRules;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.ecs.TaskTraits;
import org.ecsdelivery.engine.ecs.Variables;
import org.ecsdelivery.sandbox.aws.cloudformation.template.DescribedStack.Resource;
import org.ecsdelivery.sandbox.aws.cloudformation.template.Parts;

/** The pipeline of one service that a stack would have, as the doctor would see it. */
final class DescribedPipeline {
    private static final int ANY = 65_535;

    private final Map<String, Resource> resources;
    private final Map<String, Object> service;
    private final Map<String, Object> definition;
    private final Map<String, Object> container;

    private DescribedPipeline(Map<String, Resource> resources, Resource service) {
        this.resources = resources;
        this.service = service.properties();
        this.definition = behind(this.service.get("TaskDefinition"));
        this.container = only(definition.get("ContainerDefinitions"));
    }

    /** Returns the pipeline of each service of a stack. */
    static List<Pipeline> of(Map<String, Resource> resources) {
        return resources.values().stream()
                .filter(each -> each.type().equals("AWS::ECS::Service"))
                .map(each -> new DescribedPipeline(resources, each).pipeline())
                .toList();
    }

    private Pipeline pipeline() {
        return new Pipeline(
                String.valueOf(service.get("Cluster")),
                service(),
                revision(),
                Seen.of(List.of(new ContainerFacts(
                        text(container, "Name"),
                        Optional.ofNullable(container.get("Memory"))
                                .map(String::valueOf)
                                .map(Integer::valueOf),
                        Optional.ofNullable(container.get("LogConfiguration"))
                                .map(each -> text(Parts.map(each), "LogDriver"))))),
                Seen.of(List.of(entrance())),
                Seen.of(alarms()),
                Seen.of(roles()),
                Seen.of(List.of(new RepositoryFacts("shop", "111122223333", false, repositoryPolicy()))));
    }

    private ServiceState service() {
        Map<String, Object> deployment = map(service, "DeploymentConfiguration");
        Map<String, Object> breaker = map(deployment, "DeploymentCircuitBreaker");
        int desired = number(service.get("DesiredCount"));
        return new ServiceState(
                "arn",
                text(service, "ServiceName"),
                "ACTIVE",
                desired,
                desired,
                "family:1",
                "ECS",
                new DeploymentRules(
                        "ROLLING",
                        text(service, "SchedulingStrategy"),
                        number(deployment.get("MinimumHealthyPercent")),
                        number(deployment.get("MaximumPercent")),
                        Duration.ofSeconds(number(service.get("HealthCheckGracePeriodSeconds"))),
                        Boolean.TRUE.equals(breaker.get("Enable")),
                        Boolean.TRUE.equals(breaker.get("Rollback"))),
                List.of(),
                List.of(new ServiceState.LoadBalancer(
                        Optional.of(text(balancer(), "TargetGroupArn")),
                        text(balancer(), "ContainerName"),
                        number(balancer().get("ContainerPort")))),
                List.of());
    }

    private Map<String, Object> balancer() {
        return only(service.get("LoadBalancers"));
    }

    private RevisionState revision() {
        boolean awsvpc = "awsvpc".equals(definition.get("NetworkMode"));
        Map<String, Object> mapping = only(container.get("PortMappings"));
        int hostPort = awsvpc ? 0 : number(mapping.get("HostPort"));
        return new RevisionState(
                "family:1",
                String.valueOf(definition.getOrDefault("NetworkMode", "")),
                new TaskTraits("", "", text(definition, "TaskRoleArn"), text(definition, "ExecutionRoleArn")),
                List.of(new RevisionState.Container(
                        new ContainerName(text(container, "Name")),
                        text(container, "Image"),
                        Optional.empty(),
                        Duration.ofSeconds(number(container.get("StopTimeout"))),
                        Optional.empty(),
                        List.of(number(mapping.get("ContainerPort"))),
                        hostPort == 0 ? List.of() : List.of(hostPort),
                        Variables.NONE,
                        List.of())),
                Map.of(),
                Optional.empty());
    }

    private Entrance entrance() {
        String group = text(balancer(), "TargetGroupArn");
        List<String> routes = resources.values().stream()
                .filter(each -> each.type().equals("AWS::ElasticLoadBalancingV2::ListenerRule"))
                .filter(each -> only(each.properties().get("Actions"))
                        .get("TargetGroupArn")
                        .equals(group))
                .filter(each -> behind(each.properties().get("ListenerArn"))
                        .get("LoadBalancerArn")
                        .equals("<LoadBalancer>"))
                .map(Resource::id)
                .toList();
        return new Entrance(group, routes, Seen.of(reach()));
    }

    private Reach reach() {
        List<String> loadBalancer = strings(behind("<LoadBalancer>").get("SecurityGroups")).stream()
                .map(DescribedPipeline::id)
                .toList();
        int port = number(balancer().get("ContainerPort"));
        if (!service.containsKey("NetworkConfiguration")) {
            return new Reach(loadBalancer, List.of("<Instances>"), allowed(instanceGroups()), 32_768, ANY);
        }
        List<String> groups = strings(
                map(map(service, "NetworkConfiguration"), "AwsvpcConfiguration").get("SecurityGroups"));
        return new Reach(loadBalancer, groups, allowed(groups), port, port);
    }

    private List<String> instanceGroups() {
        return strings(map(behind("<LaunchTemplate>"), "LaunchTemplateData").get("SecurityGroupIds"));
    }

    private List<Allowed> allowed(List<String> groups) {
        List<Allowed> all = new ArrayList<>();
        groups.forEach(group -> {
            Object inside = behind(group).get("SecurityGroupIngress");
            Stream<Map<String, Object>> beside = resources.values().stream()
                    .filter(each -> each.type().equals("AWS::EC2::SecurityGroupIngress"))
                    .map(Resource::properties)
                    .filter(each -> group.equals(each.get("GroupId")));
            Stream.concat(
                            inside == null
                                    ? Stream.empty()
                                    : Parts.list(inside).stream().map(Parts::map),
                            beside)
                    .map(each -> new Allowed(number(each.get("FromPort")), number(each.get("ToPort")), sourceOf(each)))
                    .forEach(all::add);
        });
        return all;
    }

    private static String sourceOf(Map<String, Object> ingress) {
        return ingress.containsKey("SourceSecurityGroupId")
                ? id(ingress.get("SourceSecurityGroupId"))
                : text(ingress, "CidrIp");
    }

    /** Ids of security groups begin so, those of the stack as those of others. */
    private static String id(Object group) {
        return "sg-" + group;
    }

    private List<AlarmFacts> alarms() {
        Map<String, Object> watched = map(map(service, "DeploymentConfiguration"), "Alarms");
        return strings(watched.get("AlarmNames")).stream()
                .map(each -> new AlarmFacts(each, true, true, topics(behind(each)), 0))
                .toList();
    }

    private List<AlarmFacts.Topic> topics(Map<String, Object> alarm) {
        return strings(alarm.get("AlarmActions")).stream()
                .map(topic -> new AlarmFacts.Topic(topic, Seen.of((int) resources.values().stream()
                        .filter(each -> each.type().equals("AWS::SNS::Subscription"))
                        .filter(each -> topic.equals(each.properties().get("TopicArn")))
                        .count())))
                .toList();
    }

    private List<RoleFacts> roles() {
        return Stream.of("TaskRoleArn", "ExecutionRoleArn")
                .map(each -> new RoleFacts(each, text(definition, each), true, trustsTasks(each), Seen.of(true)))
                .toList();
    }

    private boolean trustsTasks(String role) {
        Map<String, Object> document = map(behind(definition.get(role)), "AssumeRolePolicyDocument");
        return Parts.list(document.get("Statement")).stream()
                .map(Parts::map)
                .anyMatch(each ->
                        "ecs-tasks.amazonaws.com".equals(map(each, "Principal").get("Service")));
    }

    private RepositoryFacts.Pull repositoryPolicy() {
        return behind("<Repository>").containsKey("RepositoryPolicyText")
                ? RepositoryFacts.Pull.NOT_ALLOWED
                : RepositoryFacts.Pull.NO_POLICY;
    }

    /** Returns the properties of the resource that stands as {@code <Id>} or {@code <Id.Attribute>}. */
    private Map<String, Object> behind(Object reference) {
        String id = String.valueOf(reference).replaceAll("[<>]|[.].*", "");
        Resource found = resources.get(id);
        if (found == null) {
            throw new AssertionError(reference + " is no resource of the stack");
        }
        return found.properties();
    }

    private static Map<String, Object> only(Object list) {
        return Parts.map(Parts.list(list).get(0));
    }

    private static Map<String, Object> map(Map<String, Object> from, String name) {
        return Parts.map(from.get(name));
    }

    private static List<String> strings(Object list) {
        return Parts.list(list).stream().map(String::valueOf).toList();
    }

    private static String text(Map<String, Object> from, String name) {
        return String.valueOf(from.get(name));
    }

    private static int number(Object value) {
        return Integer.parseInt(String.valueOf(value));
    }
}
