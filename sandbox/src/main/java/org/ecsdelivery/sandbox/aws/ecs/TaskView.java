package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.ecsdelivery.sandbox.aws.front.Json;

/** Shows a task as DescribeTasks does. */
final class TaskView {
    private final World world;

    TaskView(World world) {
        this.world = world;
    }

    ObjectNode of(Task task) {
        ObjectNode json = Json.object()
                .put("taskArn", task.arn)
                .put("clusterArn", task.cluster.arn)
                .put("taskDefinitionArn", task.definition.arn())
                .put("lastStatus", task.status.name())
                .put("desiredStatus", task.stopWanted ? "STOPPED" : "RUNNING")
                .put("group", task.group())
                .put("startedBy", task.startedBy)
                .put("launchType", task.eni.isPresent() ? "FARGATE" : "EC2")
                .put("availabilityZone", world.account.region() + "a")
                .put("connectivity", "CONNECTED")
                .put("healthStatus", health(task))
                .put("cpu", task.definition.json().path("cpu").asText("256"))
                .put("memory", task.definition.json().path("memory").asText("512"))
                .put("enableExecuteCommand", false)
                .put("version", task.reached.size());
        json.set("containers", containers(task));
        json.set("attachments", attachments(task));
        json.set("overrides", task.overrides);
        json.set("tags", task.tags);
        task.instance.ifPresent(instance -> json.put("containerInstanceArn", instance.arn));
        task.stopCode.ifPresent(code -> json.put("stopCode", code));
        task.stoppedReason.ifPresent(reason -> json.put("stoppedReason", reason));
        instants(task, json);
        return json;
    }

    private static void instants(Task task, ObjectNode json) {
        at(task, TaskStatus.PROVISIONING, json, "createdAt");
        at(task, TaskStatus.PROVISIONING, json, "connectivityAt");
        at(task, TaskStatus.PENDING, json, "pullStartedAt");
        at(task, TaskStatus.ACTIVATING, json, "pullStoppedAt");
        at(task, TaskStatus.RUNNING, json, "startedAt");
        at(task, TaskStatus.STOPPING, json, "stoppingAt");
        at(task, TaskStatus.STOPPED, json, "stoppedAt");
        task.exitedAt.ifPresent(instant -> json.set("executionStoppedAt", Json.epoch(instant)));
    }

    private static void at(Task task, TaskStatus status, ObjectNode json, String member) {
        if (task.reached.containsKey(status)) {
            json.set(member, Json.epoch(task.reached.getOrDefault(status, Instant.EPOCH)));
        }
    }

    private static String health(Task task) {
        boolean checked = task.containers.stream().anyMatch(container -> container.definition.has("healthCheck"));
        if (!checked) {
            return "UNKNOWN";
        }
        return task.behaviour.kind() == TaskBehaviour.Kind.NEVER_HEALTHY ? "UNHEALTHY" : "HEALTHY";
    }

    private ArrayNode containers(Task task) {
        ArrayNode containers = Json.array();
        task.containers.forEach(container -> containers.add(container(task, container)));
        return containers;
    }

    private ObjectNode container(Task task, ContainerRun container) {
        ObjectNode json = Json.object()
                .put("containerArn", container.arn)
                .put("taskArn", task.arn)
                .put("name", container.name())
                .put("image", container.image())
                .put("lastStatus", containerStatus(task))
                .put("healthStatus", container.definition.has("healthCheck") ? health(task) : "UNKNOWN")
                .put("runtimeId", task.id + "-" + Math.abs(container.name().hashCode() % 1_000_000_000));
        world.digest(container.image()).ifPresent(digest -> json.put("imageDigest", digest));
        container.exitCode.ifPresent(code -> json.put("exitCode", code));
        container.reason.ifPresent(reason -> json.put("reason", reason));
        json.set("networkBindings", bindings(task, container));
        json.set("networkInterfaces", interfaces(task));
        return json;
    }

    private static String containerStatus(Task task) {
        if (task.exitedAt.isPresent()) {
            return "STOPPED";
        }
        return task.status.pending() ? "PENDING" : "RUNNING";
    }

    private static ArrayNode bindings(Task task, ContainerRun container) {
        ArrayNode bindings = Json.array();
        if (task.eni.isEmpty()) {
            container.ports.forEach((containerPort, hostPort) -> bindings.add(Json.object()
                    .put("bindIP", "0.0.0.0")
                    .put("containerPort", containerPort)
                    .put("hostPort", hostPort)
                    .put("protocol", "tcp")));
        }
        return bindings;
    }

    private static ArrayNode interfaces(Task task) {
        ArrayNode interfaces = Json.array();
        task.eni.ifPresent(eni -> {
            ObjectNode one =
                    Json.object().put("attachmentId", eni.attachmentId()).put("privateIpv4Address", eni.ip());
            eni.ipv6().ifPresent(address -> one.put("ipv6Address", address));
            interfaces.add(one);
        });
        return interfaces;
    }

    private ArrayNode attachments(Task task) {
        ArrayNode attachments = Json.array();
        task.eni.ifPresent(eni -> {
            ObjectNode attachment = Json.object()
                    .put("id", eni.attachmentId())
                    .put("type", "ElasticNetworkInterface")
                    .put("status", task.status == TaskStatus.STOPPED ? "DELETED" : "ATTACHED");
            attachment.set(
                    "details",
                    Json.array()
                            .add(detail("subnetId", eni.subnetId()))
                            .add(detail("networkInterfaceId", eni.interfaceId()))
                            .add(detail("macAddress", eni.macAddress()))
                            .add(detail("privateDnsName", dnsName(eni)))
                            .add(detail("privateIPv4Address", eni.ip())));
            attachments.add(attachment);
        });
        return attachments;
    }

    private String dnsName(Eni eni) {
        return "ip-" + eni.ip().replace('.', '-') + "." + world.account.region() + ".compute.internal";
    }

    private static ObjectNode detail(String name, String value) {
        return Json.object().put("name", name).put("value", value);
    }
}
