package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One entry of a service's deployment history, as ListServiceDeployments shows it. */
final class ServiceDeployment {
    final String arn;
    final Service service;
    final List<ServiceRevision> sources;
    final ServiceRevision target;
    final ObjectNode configuration;
    final Instant createdAt;
    Status status = Status.PENDING;
    Optional<String> statusReason = Optional.empty();
    Instant updatedAt;
    Optional<Instant> startedAt = Optional.empty();
    Optional<Instant> finishedAt = Optional.empty();
    Optional<Rollback> rollback = Optional.empty();
    boolean breakerTripped;
    OptionalInt failuresAtTrip = OptionalInt.empty();
    Optional<TrafficShift> shift = Optional.empty();
    final List<String> triggeredAlarms = new ArrayList<>();
    final List<String> ignoredAlarms = new ArrayList<>();

    enum Status {
        PENDING,
        IN_PROGRESS,
        SUCCESSFUL,
        STOPPED,
        STOP_REQUESTED,
        ROLLBACK_REQUESTED,
        ROLLBACK_IN_PROGRESS,
        ROLLBACK_SUCCESSFUL,
        ROLLBACK_FAILED;

        boolean isFinal() {
            return this == SUCCESSFUL || this == STOPPED || this == ROLLBACK_SUCCESSFUL || this == ROLLBACK_FAILED;
        }
    }

    record Rollback(String reason, Instant startedAt, ServiceRevision target) {}

    ServiceDeployment(
            String arn, Service service, List<ServiceRevision> sources, ServiceRevision target, Instant createdAt) {
        this.arn = arn;
        this.service = service;
        this.sources = List.copyOf(sources);
        this.target = target;
        this.configuration = service.configuration().deepCopy();
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }
}
