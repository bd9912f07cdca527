package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.Json;

/** Clusters and their hosts. */
final class ClusterOperations implements Operations {
    private final World world;

    ClusterOperations(World world) {
        this.world = world;
    }

    @Override
    public Map<String, Function<AwsCall, JsonNode>> byName() {
        return Map.of(
                "CreateCluster", this::create,
                "DeleteCluster", this::delete,
                "DescribeClusters", this::describe,
                "ListClusters", this::list,
                "ListContainerInstances", this::listInstances,
                "DescribeContainerInstances", this::describeInstances);
    }

    private JsonNode create(AwsCall call) {
        Cluster cluster = world.createCluster(call.text("clusterName").orElse("default"));
        if (call.body().has("tags")) {
            cluster.tags = call.body().path("tags");
        }
        return Json.object().set("cluster", view(cluster, true));
    }

    private JsonNode delete(AwsCall call) {
        Cluster cluster = world.cluster(call.required("cluster"));
        if (cluster.services.values().stream()
                .anyMatch(service -> !service.status().equals("INACTIVE"))) {
            throw AwsError.client(
                    "ClusterContainsServicesException", "The Cluster cannot be deleted while Services are active.");
        }
        world.clusters.remove(cluster.name);
        return Json.object().set("cluster", view(cluster, false));
    }

    private JsonNode describe(AwsCall call) {
        List<String> wanted = call.texts("clusters").isEmpty() ? List.of("default") : call.texts("clusters");
        ArrayNode found = Json.array();
        ArrayNode failures = Json.array();
        wanted.forEach(reference -> Optional.ofNullable(world.clusters.get(Cluster.lastPart(reference)))
                .ifPresentOrElse(
                        cluster -> found.add(view(cluster, Operations.includes(call, "TAGS"))),
                        () -> failures.add(Operations.missing(world.account.arn("ecs", "cluster/" + reference)))));
        ObjectNode answer = Json.object();
        answer.set("clusters", found);
        answer.set("failures", failures);
        return answer;
    }

    private JsonNode list(AwsCall call) {
        return Operations.page(
                call,
                "clusterArns",
                world.clusters.values().stream()
                        .map(cluster -> TextNode.valueOf(cluster.arn))
                        .toList());
    }

    private static ObjectNode view(Cluster cluster, boolean withTags) {
        ObjectNode json = Json.object()
                .put("clusterArn", cluster.arn)
                .put("clusterName", cluster.name)
                .put("status", "ACTIVE")
                .put("registeredContainerInstancesCount", cluster.instances.size())
                .put("runningTasksCount", count(cluster, true))
                .put("pendingTasksCount", count(cluster, false))
                .put("activeServicesCount", cluster.services.size());
        if (withTags) {
            json.set("tags", cluster.tags);
        }
        return json;
    }

    private static long count(Cluster cluster, boolean running) {
        return cluster.tasks.values().stream()
                .filter(task -> running ? task.status.running() : task.status.pending())
                .count();
    }

    private JsonNode listInstances(AwsCall call) {
        Cluster cluster = world.cluster(call.text("cluster").orElse("default"));
        return Operations.page(
                call,
                "containerInstanceArns",
                cluster.instances.stream()
                        .map(instance -> TextNode.valueOf(instance.arn))
                        .toList());
    }

    private JsonNode describeInstances(AwsCall call) {
        Cluster cluster = world.cluster(call.text("cluster").orElse("default"));
        ArrayNode found = Json.array();
        ArrayNode failures = Json.array();
        Operations.atMost(100, call, "containerInstances")
                .forEach(reference -> cluster.instances.stream()
                        .filter(instance -> instance.arn.equals(reference)
                                || Cluster.lastPart(instance.arn).equals(reference))
                        .findFirst()
                        .ifPresentOrElse(
                                instance -> found.add(view(cluster, instance)),
                                () -> failures.add(Operations.missing(reference))));
        ObjectNode answer = Json.object();
        answer.set("containerInstances", found);
        answer.set("failures", failures);
        return answer;
    }

    private static ObjectNode view(Cluster cluster, ContainerInstance instance) {
        long running = cluster.tasks.values().stream()
                .filter(task -> task.status.running()
                        && task.instance.filter(host -> host == instance).isPresent())
                .count();
        return Json.object()
                .put("containerInstanceArn", instance.arn)
                .put("ec2InstanceId", instance.ec2InstanceId)
                .put("status", "ACTIVE")
                .put("agentConnected", true)
                .put("runningTasksCount", running)
                .put("pendingTasksCount", 0);
    }
}
