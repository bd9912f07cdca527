package org.ecsdelivery.engine.deploy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.ServiceDeploymentState;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.event.DeployEvent;

/**
 * What the preflight found, before anything is changed.
 *
 * @param service the service as it is
 * @param target the service as it will be
 * @param base the revision that the service runs
 * @param source what the new revision is made from: the base, or a file
 * @param container the container of the source whose image changes
 * @param image the new image, pinned by digest
 * @param oldTasks the tasks that the service runs now
 * @param groups the times that its target groups are set to
 * @param completed ARN of the revision whose deployment completed last, which is what ECS goes back to
 * @param earlierRecords ARNs of ECS's records that are not of our deployment although they may bring our revision
 */
record DeployPlan(
        ServiceState service,
        ServiceState target,
        RevisionState base,
        RevisionState source,
        RevisionState.Container container,
        ImageReference image,
        List<TaskState> oldTasks,
        TargetGroupTimes groups,
        Optional<String> completed,
        Set<String> earlierRecords) {

    DeployPlan {
        oldTasks = List.copyOf(oldTasks);
        earlierRecords = Set.copyOf(earlierRecords);
    }

    /** Tells the revision that is brought, as an event does. */
    DeployEvent.RevisionRegistered bringing(String revision) {
        return new DeployEvent.RevisionRegistered(
                base.arn(), revision, container.name().value(), imageBefore(), image);
    }

    /** Returns the container of the base whose place ours takes; none where the source has a new one. */
    Optional<RevisionState.Container> containerBefore() {
        return base.containers().stream()
                .filter(each -> each.name().equals(container.name()))
                .findFirst();
    }

    /** Returns its image. */
    String imageBefore() {
        return containerBefore().map(RevisionState.Container::image).orElse("");
    }

    DeployPlan replacing(List<TaskState> tasks) {
        return new DeployPlan(
                service, target, base, source, container, image, tasks, groups, completed, earlierRecords);
    }

    DeployPlan notCounting(Set<String> records) {
        return new DeployPlan(service, target, base, source, container, image, oldTasks, groups, completed, records);
    }

    /** Returns ECS's record of the deployment of our revision, where there is one. */
    Optional<ServiceDeploymentState> recordIn(List<ServiceDeploymentState> records, String revision) {
        return records.stream()
                .filter(each -> each.taskDefinition().equals(revision))
                .filter(each -> !earlierRecords.contains(each.arn()))
                .findFirst();
    }

    /** Tells whether ECS can go back: the breaker or an alarm may, and an earlier deployment has completed (ECS developer guide, circuit breaker). */
    boolean canRollBack() {
        return service.rollsBack() && hasCompletedDeployment();
    }

    boolean hasCompletedDeployment() {
        return completed.isPresent();
    }

    /** Returns the ARN of the revision that was last brought to its end, or else of the one that the service runs. */
    String lastCompleted() {
        return completed.orElse(service.taskDefinition());
    }

    /** Tells whether the service itself is changed. */
    boolean changesService() {
        return service.desired() != target.desired()
                || !service.rules().equals(target.rules())
                || !service.traits().equals(target.traits());
    }

    /** Tells whether tasks of the revision that already runs are replaced too, since they are placed elsewhere from now on. */
    boolean placesElsewhere() {
        return !service.traits().providers().equals(target.traits().providers());
    }

    /** Tells whether the deployment was there before ours. */
    boolean knew(String deployment) {
        return service.deployment(deployment).isPresent();
    }

    Duration longestDelay() {
        return groups.longestDelay();
    }

    /**
     * Returns how long it may take; empty where that cannot be known, for other strategies than a rolling update, and for a
     * service that shrinks, since tasks that are too many leave first.
     */
    Optional<WorstCase> worstCase() {
        return Optional.of(WorstCase.of(target, base, source, groups))
                .filter(worst -> groups.complete() && target.rules().isRolling() && worst.batches() > 0)
                .filter(worst -> target.desired() >= service.desired());
    }

    /** Returns how long the old tasks take on their way out, as far as a level waits for it; stopping takes as long as they let it. */
    WayOut wayOut(FinishLevel level) {
        return new WayOut(longestDelay(), level == FinishLevel.STOPPED ? base.longestStop() : Duration.ZERO);
    }

    Duration shortestDelay() {
        return groups.shortestDelay();
    }
}
