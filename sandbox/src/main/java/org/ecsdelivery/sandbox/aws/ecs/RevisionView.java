package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.ecsdelivery.sandbox.aws.front.Json;

/** Shows service revisions as DescribeServiceRevisions and DescribeServiceDeployments do. */
final class RevisionView {
    private final World world;

    RevisionView(World world) {
        this.world = world;
    }

    static ObjectNode counts(Service service, ServiceRevision revision) {
        List<Deployment> deployments = service.deployments.stream()
                .filter(deployment -> deployment.revision == revision)
                .toList();
        boolean primary = deployments.contains(service.primary());
        int serving = deployments.stream()
                .mapToInt(deployment -> service.serving(deployment).size())
                .sum();
        ObjectNode json = Json.object()
                .put("arn", revision.arn())
                .put("requestedTaskCount", primary ? service.desiredCount : serving)
                .put(
                        "runningTaskCount",
                        deployments.stream().mapToInt(service::running).sum())
                .put(
                        "pendingTaskCount",
                        deployments.stream().mapToInt(service::pending).sum());
        if (service.shiftsTraffic()) {
            weigh(service, revision, json);
        }
        return json;
    }

    private static void weigh(Service service, ServiceRevision revision, ObjectNode json) {
        double green = service.shift.map(shift -> shift.production).orElse(100.0);
        boolean newest = revision == service.primary().revision;
        boolean blue =
                service.shift.filter(shift -> shift.blue.revision == revision).isPresent();
        json.put("requestedProductionTrafficWeight", newest ? green : blue ? 100 - green : 0);
        double test = service.shift.map(shift -> shift.test).orElse(0.0);
        json.put("requestedTestTrafficWeight", newest ? test : 0);
    }

    ObjectNode of(Service service, ServiceRevision revision) {
        ObjectNode json = Json.object()
                .put("serviceRevisionArn", revision.arn())
                .put("serviceArn", service.arn)
                .put("clusterArn", service.cluster.arn)
                .put("taskDefinition", revision.definition().arn())
                .put("guardDutyEnabled", false);
        List.of("launchType", "capacityProviderStrategy", "platformVersion", "loadBalancers", "networkConfiguration")
                .forEach(member -> {
                    if (revision.settings().has(member)) {
                        json.set(member, revision.settings().path(member));
                    }
                });
        json.set("containerImages", images(revision));
        json.set("createdAt", Json.epoch(revision.createdAt()));
        ArrayNode resolved = json.putObject("resolvedConfiguration").putArray("loadBalancers");
        revision.settings()
                .path("loadBalancers")
                .forEach(balancer -> resolve(revision, balancer, resolved.addObject()));
        return json;
    }

    private static void resolve(ServiceRevision revision, JsonNode balancer, ObjectNode resolved) {
        resolved.put("targetGroupArn", revision.group(balancer));
        String rule =
                balancer.at("/advancedConfiguration/productionListenerRule").asText();
        if (!rule.isEmpty()) {
            resolved.put("productionListenerRule", rule);
        }
    }

    private ArrayNode images(ServiceRevision revision) {
        ArrayNode images = Json.array();
        revision.definition().containers().forEach(container -> {
            String image = container.path("image").asText();
            ObjectNode json = images.addObject()
                    .put("containerName", container.path("name").asText())
                    .put("image", image);
            world.digest(image).ifPresent(digest -> json.put("imageDigest", digest));
        });
        return images;
    }
}
