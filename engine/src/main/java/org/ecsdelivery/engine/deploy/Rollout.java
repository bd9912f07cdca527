package org.ecsdelivery.engine.deploy;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.ServiceDeploymentState;
import org.ecsdelivery.engine.ecs.ServiceEvent;
import org.ecsdelivery.engine.ecs.ServiceState;

/**
 * Follows the one deployment that our own UpdateService call began. It is known by its id from the answer to that call, never
 * by time; when it is no longer the one that ECS heads for, ECS's record of it tells a way back from somebody else's deployment.
 */
final class Rollout {
    /** ECS developer guide, "Amazon ECS service event messages". */
    private static final String FAILED = "deployment failed";

    private final DeployPlan plan;
    private final String taskDefinition;
    private final Supplier<Optional<ServiceDeploymentState>> record;
    private DeploymentState own;
    private boolean shown;
    private Optional<String> failureTold = Optional.empty();

    /**
     * Follows a deployment.
     *
     * @param own our deployment, from the answer to our own call
     * @param record asks ECS for its record of our deployment; empty where there is none or it may not be read
     */
    Rollout(DeployPlan plan, DeploymentState own, Supplier<Optional<ServiceDeploymentState>> record) {
        this.plan = plan;
        this.own = own;
        this.taskDefinition = own.taskDefinition();
        this.record = record;
    }

    DeploymentState own() {
        return own;
    }

    Optional<ServiceDeploymentState> record() {
        return record.get();
    }

    String taskDefinition() {
        return taskDefinition;
    }

    Course look(ServiceState service) {
        Optional<DeploymentState> now = service.deployment(own.id());
        now.ifPresent(each -> own = each);
        shown = shown || now.isPresent();
        if (!service.rules().isRolling() && record.get().isPresent()) {
            return new StagedCourse(plan, service).of(record.get().get(), own, this::reason);
        }
        failureTold = failureTold.or(() -> failureIn(service));
        Optional<DeploymentState> primary = service.primary();
        if (primary.filter(each -> each.id().equals(own.id())).isPresent()) {
            return asPrimary(service);
        }
        return primary.filter(each -> !isStale(each)).map(this::displacedBy).orElse(new Course.UnderWay());
    }

    private Course asPrimary(ServiceState service) {
        return switch (own.rollout()) {
            case COMPLETED -> new Course.Completed();
            case FAILED ->
                plan.canRollBack() && mayStillGoBack() ? new Course.UnderWay() : new Course.GivenUp(reason());
            case UNKNOWN -> isAlone(service) ? new Course.Completed() : new Course.UnderWay();
            case IN_PROGRESS -> new Course.UnderWay();
        };
    }

    /** A failed deployment stays for a moment before the way back shows; ECS's record, where there is one, knows if there is none. */
    private boolean mayStillGoBack() {
        return record.get().map(each -> !each.status().equals("STOPPED")).orElse(true);
    }

    /** Behind a Classic Load Balancer ECS tells no rollout state: then the counts must do (ECS API reference, Deployment). */
    private boolean isAlone(ServiceState service) {
        return service.deployments().size() == 1 && own.running() == own.desired() && own.pending() == 0;
    }

    /** Right after the update an answer may still show the service as it was (DescribeServices is eventually consistent). */
    private boolean isStale(DeploymentState primary) {
        return !shown && plan.knew(primary.id());
    }

    private Course displacedBy(DeploymentState primary) {
        boolean back = isFailed(own)
                || failureTold.isPresent()
                || record.get().map(ServiceDeploymentState::isRolledBack).orElse(looksLikeTheWayBack(primary));
        return back ? new Course.HeadingBack(primary, reason()) : new Course.Overtaken(primary);
    }

    /** A failed deployment may be gone before the next look; the line that ECS wrote of it stays, and names it by id. */
    private Optional<String> failureIn(ServiceState service) {
        return service.events().stream()
                .map(ServiceEvent::message)
                .filter(each -> each.contains("(deployment " + own.id() + ")") && each.contains(FAILED))
                .map(each -> each.substring(each.indexOf(FAILED)))
                .findFirst();
    }

    private static boolean isFailed(DeploymentState deployment) {
        return deployment.rollout() == DeploymentState.Rollout.FAILED;
    }

    private boolean looksLikeTheWayBack(DeploymentState primary) {
        return primary.taskDefinition().equals(plan.service().taskDefinition())
                && primary.reason().contains("rolling back");
    }

    /** Returns all the reasons ECS gives, without doubles; the last look at our deployment may still have said "in progress". */
    String reason() {
        Optional<ServiceDeploymentState> known = record.get();
        String all = Stream.of(
                        Stream.of(own).filter(Rollout::isFailed).map(DeploymentState::reason),
                        known.stream().flatMap(each -> each.rollbackReason().stream()),
                        known.stream().map(ServiceDeploymentState::statusReason),
                        known.stream()
                                .flatMap(each -> each.breaker().stream())
                                .filter(each -> each.failures() > 0)
                                .map(each -> each.failures() + " of " + each.threshold() + " allowed failures"),
                        known.stream()
                                .flatMap(each -> each.triggeredAlarms().stream())
                                .map(each -> "alarm " + each + " went off"),
                        failureTold.stream().filter(each -> known.isEmpty() && !isFailed(own)))
                .flatMap(each -> each)
                .filter(each -> !each.isBlank())
                .map(each -> each.strip().replaceFirst("\\.$", ""))
                .distinct()
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? "ECS gives no reason" : all;
    }
}
