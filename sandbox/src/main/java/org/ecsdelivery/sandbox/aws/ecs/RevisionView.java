package org.ecsdelivery.sandbox.aws.ecs;

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
        return Json.object()
                .put("arn", revision.arn())
                .put("requestedTaskCount", primary ? service.desiredCount : serving)
                .put(
                        "runningTaskCount",
                        deployments.stream().mapToInt(service::running).sum())
                .put(
                        "pendingTaskCount",
                        deployments.stream().mapToInt(service::pending).sum());
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
                .forEach(balancer -> resolved.addObject()
                        .put("targetGroupArn", balancer.path("targetGroupArn").asText()));
        return json;
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
