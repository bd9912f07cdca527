package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.Json;

/** Services: created, updated, described, listed. */
final class ServiceOperations implements Operations {
    /** A change of one of these needs a deployment; a change of the count alone does not. */
    private static final List<String> DEPLOYED = List.of(
            "networkConfiguration",
            "loadBalancers",
            "platformVersion",
            "enableExecuteCommand",
            "serviceRegistries",
            "volumeConfigurations");

    private static final List<String> KEPT =
            List.of("deploymentConfiguration", "healthCheckGracePeriodSeconds", "placementStrategy", "propagateTags");

    private final World world;
    private final Scheduler scheduler;

    ServiceOperations(World world, Scheduler scheduler) {
        this.world = world;
        this.scheduler = scheduler;
    }

    @Override
    public Map<String, Function<AwsCall, JsonNode>> byName() {
        return Map.of(
                "CreateService", this::create,
                "UpdateService", this::update,
                "DeleteService", this::delete,
                "DescribeServices", this::describe,
                "ListServices", this::list);
    }

    private Cluster cluster(AwsCall call) {
        return world.cluster(call.text("cluster").orElse("default"));
    }

    private JsonNode create(AwsCall call) {
        Service service = declare(cluster(call), call.body());
        scheduler.request(service);
        return answer(service);
    }

    /** Makes a service and its first deployment. */
    Service declare(Cluster cluster, JsonNode body) {
        String name = body.path("serviceName").asText();
        cluster.service(name).ifPresent(ServiceOperations::requireGone);
        TaskDefinition definition =
                world.definitions.usable(body.path("taskDefinition").asText());
        CapacityStrategy.check(body);
        body.path("loadBalancers").forEach(balancer -> checked(balancer, definition));
        String arn = world.account.arn("ecs", "service/" + cluster.name + "/" + name);
        Service service = new Service(cluster, name, arn, body.deepCopy(), world.simulation.now());
        service.desiredCount = body.path("desiredCount").asInt(0);
        if (body.has("tags")) {
            service.tags = body.path("tags");
        }
        cluster.services.put(name, service);
        scheduler.rollouts().begin(service, definition);
        return service;
    }

    private static void requireGone(Service former) {
        if (!former.deleted) {
            throw Operations.invalid("Creation of service was not idempotent.");
        }
        if (!former.status().equals("INACTIVE")) {
            throw Operations.invalid("Unable to Start a service that is still Draining.");
        }
    }

    private JsonNode delete(AwsCall call) {
        Service service = cluster(call).requiredService(call.required("service"));
        if (service.desiredCount > 0 && !call.body().path("force").asBoolean()) {
            throw Operations.invalid("The service cannot be stopped while it is scaled above 0.");
        }
        service.desiredCount = 0;
        service.deleted = true;
        scheduler.request(service);
        return answer(service);
    }

    private void checked(JsonNode balancer, TaskDefinition definition) {
        String name = balancer.path("containerName").asText();
        JsonNode container = definition.containers().stream()
                .filter(candidate -> candidate.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> Operations.invalid("The container " + name + " does not exist in the task definition."));
        int port = balancer.path("containerPort").asInt();
        if (!container.path("portMappings").findValues("containerPort").contains(IntNode.valueOf(port))) {
            throw Operations.invalid("The container " + name + " did not have a container port " + port + " defined.");
        }
        world.groups.require(balancer.path("targetGroupArn").asText());
    }

    private JsonNode update(AwsCall call) {
        Service service = cluster(call).requiredService(call.required("service"));
        if (service.deleted) {
            throw AwsError.client("ServiceNotActiveException", "Service was not ACTIVE.");
        }
        TaskDefinition before = service.primary().definition;
        TaskDefinition after =
                call.text("taskDefinition").map(world.definitions::usable).orElse(before);
        service.loadBalancers().forEach(balancer -> checked(balancer, after));
        CapacityStrategy.change(service, call);
        boolean deploys =
                after != before || call.body().path("forceNewDeployment").asBoolean();
        for (String member : DEPLOYED) {
            deploys |= take(service, call, member);
        }
        KEPT.forEach(member -> take(service, call, member));
        call.number("desiredCount").ifPresent(count -> resize(service, count));
        if (deploys) {
            service.settings.put("taskDefinition", after.arn());
            scheduler.rollouts().begin(service, after);
        }
        scheduler.request(service);
        return answer(service);
    }

    private static boolean take(Service service, AwsCall call, String member) {
        JsonNode wanted = call.body().path(member);
        boolean changes = !wanted.isMissingNode() && !wanted.equals(service.settings.path(member));
        if (changes) {
            service.settings.set(member, wanted);
        }
        return changes;
    }

    private static void resize(Service service, int count) {
        if (count < 0) {
            throw Operations.invalid("desiredCount must not be negative.");
        }
        service.unsteady |= count != service.desiredCount;
        service.desiredCount = count;
    }

    private static JsonNode answer(Service service) {
        return Json.object().set("service", ServiceView.of(service, true));
    }

    private JsonNode describe(AwsCall call) {
        Cluster cluster = cluster(call);
        ArrayNode found = Json.array();
        ArrayNode failures = Json.array();
        Operations.atMost(10, call, "services")
                .forEach(reference -> cluster.service(reference)
                        .ifPresentOrElse(
                                service -> found.add(ServiceView.of(service, Operations.includes(call, "TAGS"))),
                                () -> failures.add(Operations.missing(arnOf(cluster, reference)))));
        ObjectNode answer = Json.object();
        answer.set("services", found);
        answer.set("failures", failures);
        return answer;
    }

    private String arnOf(Cluster cluster, String reference) {
        return world.account.arn("ecs", "service/" + cluster.name + "/" + Cluster.lastPart(reference));
    }

    private JsonNode list(AwsCall call) {
        return Operations.page(
                call,
                "serviceArns",
                cluster(call).services.values().stream()
                        .filter(service -> !service.status().equals("INACTIVE"))
                        .map(service -> TextNode.valueOf(service.arn))
                        .toList());
    }
}
