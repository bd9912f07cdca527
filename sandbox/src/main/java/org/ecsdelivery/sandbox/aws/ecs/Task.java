package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.sandbox.aws.front.Json;

/** One task, of a service or alone. */
final class Task {
    final String id;
    final String arn;
    final Cluster cluster;
    final String startedBy;
    final TaskDefinition definition;
    final Optional<Service> service;
    final Optional<Deployment> deployment;
    final TaskBehaviour behaviour;
    final List<ContainerRun> containers = new ArrayList<>();
    final List<TaskTarget> targets = new ArrayList<>();
    /** What each container has got, by its name. */
    final Map<String, Map<String, String>> environments = new LinkedHashMap<>();

    final Map<TaskStatus, Instant> reached = new EnumMap<>(TaskStatus.class);
    Optional<Eni> eni = Optional.empty();
    Optional<ContainerInstance> instance = Optional.empty();
    TaskStatus status = TaskStatus.PROVISIONING;
    JsonNode overrides = Json.object();
    JsonNode tags = Json.array();
    boolean stopWanted;
    boolean healthy;
    boolean wasHealthy;
    Optional<Instant> exitedAt = Optional.empty();
    Optional<String> stopCode = Optional.empty();
    Optional<String> stoppedReason = Optional.empty();
    Optional<Instant> protectedUntil = Optional.empty();

    /** Counts turns in the task's life, so that a step planned before the turn is not taken after it. */
    int turn;

    Task(String id, String arn, Cluster cluster, TaskDefinition definition, Origin origin, TaskBehaviour behaviour) {
        this.id = id;
        this.arn = arn;
        this.cluster = cluster;
        this.definition = definition;
        this.startedBy = origin.startedBy();
        this.service = origin.service();
        this.deployment = origin.deployment();
        this.behaviour = behaviour;
    }

    /** Who started a task: a deployment of a service, or a caller. */
    record Origin(String startedBy, Optional<Service> service, Optional<Deployment> deployment) {
        static Origin of(Service service, Deployment deployment) {
            return new Origin(deployment.id, Optional.of(service), Optional.of(deployment));
        }

        static Origin caller(String startedBy) {
            return new Origin(startedBy, Optional.empty(), Optional.empty());
        }
    }

    String group() {
        return service.map(owner -> "service:" + owner.name).orElse("family:" + definition.family());
    }

    boolean isProtected(Instant now) {
        return protectedUntil.filter(now::isBefore).isPresent();
    }

    boolean serving() {
        return !stopWanted && status.compareTo(TaskStatus.STOPPING) < 0;
    }
}
