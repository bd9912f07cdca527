package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ecsdelivery.sandbox.aws.front.Json;

/** Shows a service as DescribeServices does. */
final class ServiceView {
    private ServiceView() {}

    static ObjectNode of(Service service, boolean withTags) {
        ObjectNode json = service.settings.deepCopy();
        json.remove("tags");
        json.remove("cluster");
        json.remove("clientToken");
        json.put("serviceArn", service.arn)
                .put("serviceName", service.name)
                .put("clusterArn", service.cluster.arn)
                .put("status", service.status())
                .put("desiredCount", service.desiredCount)
                .put(
                        "runningCount",
                        service.deployments.stream().mapToInt(service::running).sum())
                .put(
                        "pendingCount",
                        service.deployments.stream().mapToInt(service::pending).sum())
                .put("taskDefinition", service.primary().definition.arn());
        json.set("deploymentConfiguration", configuration(service));
        json.set("deployments", deployments(service));
        json.set("events", Json.array(service.events));
        json.set("createdAt", Json.epoch(service.createdAt));
        defaults(json);
        current(service, json);
        if (withTags) {
            json.set("tags", service.tags);
        }
        return json;
    }

    private static void defaults(ObjectNode json) {
        json.withArray("loadBalancers");
        json.withArray("serviceRegistries");
        if (!json.has("schedulingStrategy")) {
            json.put("schedulingStrategy", "REPLICA");
        }
        if (!json.has("launchType") && !json.has("capacityProviderStrategy")) {
            json.put("launchType", "FARGATE");
        }
        if (!json.has("deploymentController")) {
            json.putObject("deploymentController").put("type", "ECS");
        }
    }

    private static void current(Service service, ObjectNode json) {
        ArrayNode revisions = json.putArray("currentServiceRevisions");
        service.deployments.forEach(deployment -> revisions.add(RevisionView.counts(service, deployment.revision)));
        service.history.stream()
                .filter(record -> !record.status.isFinal())
                .findFirst()
                .ifPresent(record -> json.put("currentServiceDeployment", record.arn));
    }

    static ObjectNode configuration(Service service) {
        ObjectNode configuration = service.configuration().deepCopy();
        putWhenMissing(configuration, "minimumHealthyPercent", 100);
        putWhenMissing(configuration, "maximumPercent", 200);
        if (!configuration.has("deploymentCircuitBreaker")) {
            configuration
                    .putObject("deploymentCircuitBreaker")
                    .put("enable", false)
                    .put("rollback", false);
        }
        if (!configuration.has("strategy")) {
            configuration.put("strategy", "ROLLING");
        }
        return configuration;
    }

    private static void putWhenMissing(ObjectNode json, String member, int value) {
        if (!json.has(member)) {
            json.put(member, value);
        }
    }

    private static ArrayNode deployments(Service service) {
        ArrayNode deployments = Json.array();
        service.deployments.forEach(deployment -> deployments.add(deployment(service, deployment)));
        return deployments;
    }

    private static ObjectNode deployment(Service service, Deployment deployment) {
        boolean primary = deployment == service.primary();
        int desired =
                primary ? service.desiredCount : service.serving(deployment).size();
        ObjectNode json = Json.object()
                .put("id", deployment.id)
                .put("status", primary ? "PRIMARY" : "ACTIVE")
                .put("taskDefinition", deployment.definition.arn())
                .put("desiredCount", desired)
                .put("pendingCount", service.pending(deployment))
                .put("runningCount", service.running(deployment))
                .put("failedTasks", deployment.failedTasks)
                .put("rolloutState", deployment.rollout.name());
        json.set("createdAt", Json.epoch(deployment.createdAt));
        json.set("updatedAt", Json.epoch(deployment.updatedAt));
        deployment.reason().ifPresent(reason -> json.put("rolloutStateReason", reason));
        CapacityStrategy.show(service, deployment, json);
        if (service.settings.has("networkConfiguration")) {
            json.set("networkConfiguration", service.settings.path("networkConfiguration"));
        }
        return json;
    }
}
