package org.ecsdelivery.sandbox.aws.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.ecsdelivery.sandbox.aws.cloudformation.template.Parts;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.Json;

/** The resource types of ECS. */
final class EcsKinds {
    private final Neighbours neighbours;
    private final Hosts hosts;

    EcsKinds(Neighbours neighbours, Hosts hosts) {
        this.neighbours = neighbours;
        this.hosts = hosts;
    }

    Map<String, ResourceKind> byType() {
        return Map.of(
                "AWS::ECS::Cluster", new ClusterKind(),
                "AWS::ECS::ClusterCapacityProviderAssociations", new AssociationKind(),
                "AWS::ECS::CapacityProvider", new CapacityProviderKind(),
                "AWS::ECS::TaskDefinition", new TaskDefinitionKind(),
                "AWS::ECS::Service", new ServiceKind());
    }

    private final class ClusterKind implements ResourceKind {
        @Override
        public Physical create(String name, Map<String, Object> properties) {
            String cluster = ResourceKind.named(properties, "ClusterName").orElse(name);
            JsonNode found =
                    neighbours.ecs("DescribeClusters", Json.object().set("clusters", Json.texts(Set.of(cluster))));
            if (!found.path("clusters").isEmpty()) {
                throw AwsError.client(
                        "AlreadyExists",
                        "Resource of type 'AWS::ECS::Cluster' with identifier '" + cluster + "' already exists.");
            }
            JsonNode made = neighbours.ecs("CreateCluster", Json.object().put("clusterName", cluster));
            return new Physical(
                    cluster, Map.of("Arn", made.at("/cluster/clusterArn").asText()));
        }

        @Override
        public Set<String> fixed() {
            return Set.of("ClusterName");
        }

        @Override
        public void delete(Physical former) {
            neighbours.ecs("DeleteCluster", Json.object().put("cluster", former.id()));
        }
    }

    private final class AssociationKind implements ResourceKind {
        @Override
        public Physical create(String name, Map<String, Object> properties) {
            String cluster = String.valueOf(properties.get("Cluster"));
            Parts.list(Parts.member(properties, "CapacityProviders"))
                    .forEach(each -> hosts.join(String.valueOf(each), cluster));
            return Physical.of(cluster);
        }

        @Override
        public Set<String> fixed() {
            return Set.of("Cluster");
        }
    }

    private final class CapacityProviderKind implements ResourceKind {
        @Override
        public Physical create(String name, Map<String, Object> properties) {
            String provider = ResourceKind.named(properties, "Name").orElse(name);
            Map<String, Object> group = Parts.map(Parts.member(properties, "AutoScalingGroupProvider"));
            hosts.provide(provider, String.valueOf(group.get("AutoScalingGroupArn")));
            return Physical.of(provider);
        }

        @Override
        public Set<String> fixed() {
            return Set.of("Name");
        }
    }

    private final class TaskDefinitionKind implements ResourceKind {
        @Override
        public Physical create(String name, Map<String, Object> properties) {
            JsonNode made = neighbours.ecs("RegisterTaskDefinition", ApiMembers.of(properties));
            String arn = made.at("/taskDefinition/taskDefinitionArn").asText();
            return new Physical(arn, Map.of("TaskDefinitionArn", arn));
        }

        /** A revision never changes: another one is registered. */
        @Override
        public Set<String> fixed() {
            return Set.of(
                    "ContainerDefinitions",
                    "Cpu",
                    "Memory",
                    "Family",
                    "NetworkMode",
                    "RequiresCompatibilities",
                    "RuntimePlatform",
                    "ExecutionRoleArn",
                    "TaskRoleArn",
                    "Volumes");
        }

        @Override
        public void delete(Physical former) {
            neighbours.ecs("DeregisterTaskDefinition", Json.object().put("taskDefinition", former.id()));
        }
    }

    private final class ServiceKind implements ResourceKind {
        @Override
        public Physical create(String name, Map<String, Object> properties) {
            ObjectNode body = ApiMembers.of(properties);
            if (!body.has("serviceName")) {
                body.put("serviceName", name);
            }
            JsonNode made = neighbours.ecs("CreateService", body).path("service");
            return new Physical(
                    made.path("serviceArn").asText(),
                    Map.of(
                            "Name",
                            made.path("serviceName").asText(),
                            "ServiceArn",
                            made.path("serviceArn").asText()));
        }

        @Override
        public Set<String> fixed() {
            return Set.of("ServiceName", "Cluster", "SchedulingStrategy", "LaunchType");
        }

        @Override
        public Physical change(Physical former, Map<String, Object> properties) {
            ObjectNode body = ApiMembers.of(properties);
            body.put("service", former.id());
            body.remove("serviceName");
            body.remove("schedulingStrategy");
            neighbours.ecs("UpdateService", body);
            return former;
        }

        @Override
        public void delete(Physical former) {
            neighbours.ecs(
                    "DeleteService",
                    Json.object()
                            .put("cluster", clusterOf(former))
                            .put("service", former.id())
                            .put("force", true));
        }

        /** A service is done in the steady state (AWS::ECS::Service, "stabilizes"). */
        @Override
        public Progress progress(Physical made) {
            JsonNode primary = neighbours
                    .ecs(
                            "DescribeServices",
                            Json.object()
                                    .put("cluster", clusterOf(made))
                                    .set("services", Json.texts(Set.of(made.id()))))
                    .at("/services/0/deployments/0");
            String state = primary.path("rolloutState").asText();
            if (state.equals("FAILED")) {
                throw AwsError.client(
                        "GeneralServiceException",
                        "Error occurred during operation 'ECS Deployment Circuit Breaker was triggered'.");
            }
            return state.equals("COMPLETED") ? Progress.DONE : Progress.UNDER_WAY;
        }

        private static String clusterOf(Physical service) {
            return service.id().split("/")[1];
        }
    }
}
