package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ecsdelivery.sandbox.aws.front.Json;

/** One service: settings as they came in, deployments (newest first), history and events. */
final class Service {
    static final int EVENTS_KEPT = 100;
    final String name;
    final String arn;
    final Cluster cluster;
    final Instant createdAt;
    /** CreateService's members, with what UpdateService changed. */
    final ObjectNode settings;

    final LinkedList<Deployment> deployments = new LinkedList<>();
    final List<ServiceDeployment> history = new ArrayList<>();
    final List<ServiceRevision> revisions = new ArrayList<>();
    final Deque<JsonNode> events = new ArrayDeque<>();
    final List<Task> tasks = new ArrayList<>();
    JsonNode tags = Json.array();
    int desiredCount;
    /** Whether it was deleted: it drains, and is inactive then. */
    boolean deleted;

    Optional<Deployment> lastCompleted = Optional.empty();
    boolean unsteady = true;
    boolean reconcileDue;
    /** The shift of traffic that is under way. */
    Optional<TrafficShift> shift = Optional.empty();

    Service(Cluster cluster, String name, String arn, ObjectNode settings, Instant createdAt) {
        this.cluster = cluster;
        this.name = name;
        this.arn = arn;
        this.settings = settings;
        this.createdAt = createdAt;
    }

    String status() {
        boolean drains = tasks.stream().anyMatch(Task::serving);
        return !deleted ? "ACTIVE" : drains ? "DRAINING" : "INACTIVE";
    }

    Deployment primary() {
        return deployments.getFirst();
    }

    ObjectNode configuration() {
        return settings.path("deploymentConfiguration") instanceof ObjectNode object ? object : Json.object();
    }

    /** Lower limit of healthy tasks: rounded up, 100 % by default. */
    int minimum() {
        int percent = configuration().path("minimumHealthyPercent").asInt(100);
        return (desiredCount * percent + 99) / 100;
    }

    /** Upper limit of running and pending tasks: rounded down, 200 % by default. */
    int maximum() {
        return desiredCount * configuration().path("maximumPercent").asInt(200) / 100;
    }

    JsonNode loadBalancers() {
        return settings.path("loadBalancers");
    }

    Duration healthCheckGracePeriod() {
        return Duration.ofSeconds(settings.path("healthCheckGracePeriodSeconds").asLong(0));
    }

    boolean shiftsTraffic() {
        return !configuration().path("strategy").asText("ROLLING").equals("ROLLING");
    }

    boolean watches(String alarm) {
        return configuration().at("/alarms/enable").asBoolean()
                && StreamSupport.stream(configuration().at("/alarms/alarmNames").spliterator(), false)
                        .anyMatch(each -> each.asText().equals(alarm));
    }

    boolean breakerEnabled() {
        return configuration().path("deploymentCircuitBreaker").path("enable").asBoolean();
    }

    boolean rollbackEnabled() {
        return configuration().path("deploymentCircuitBreaker").path("rollback").asBoolean();
    }

    /** Half of the desired count, rounded up, not below 3 and not above 200. */
    int breakerThreshold() {
        return Math.max(3, Math.min(200, (desiredCount + 1) / 2));
    }

    int running(Deployment deployment) {
        return (int) of(deployment).filter(task -> task.status.running()).count();
    }

    int pending(Deployment deployment) {
        return (int) of(deployment).filter(task -> task.status.pending()).count();
    }

    private Stream<Task> of(Deployment deployment) {
        return tasks.stream().filter(task -> task.startedBy.equals(deployment.id));
    }

    /** The deployment's tasks that are not told to stop. */
    List<Task> serving(Deployment deployment) {
        return of(deployment).filter(Task::serving).toList();
    }
}
