package org.ecsdelivery.sandbox.aws.ecs;

import java.time.Instant;
import java.util.Optional;

/** One entry of a service's deployments. */
final class Deployment {
    final String id;
    final TaskDefinition definition;
    final ServiceRevision revision;
    final ServiceDeployment record;
    final Instant createdAt;
    Instant updatedAt;
    Rollout rollout = Rollout.IN_PROGRESS;
    String rolloutReason;
    int failedTasks;
    boolean stuckSaid;
    boolean protectionSaid;
    boolean impairedSaid;

    enum Rollout {
        IN_PROGRESS,
        COMPLETED,
        FAILED
    }

    Deployment(String id, ServiceRevision revision, ServiceDeployment record, Instant createdAt) {
        this.id = id;
        this.revision = revision;
        this.definition = revision.definition();
        this.record = record;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.rolloutReason = "ECS deployment " + id + " in progress.";
    }

    boolean inProgress() {
        return rollout == Rollout.IN_PROGRESS;
    }

    Optional<String> reason() {
        return rolloutReason.isEmpty() ? Optional.empty() : Optional.of(rolloutReason);
    }
}
