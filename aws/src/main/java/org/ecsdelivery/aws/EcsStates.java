package org.ecsdelivery.aws;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.ServiceDeploymentState;
import org.ecsdelivery.engine.ecs.ServiceEvent;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.ecs.Staging;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.AdvancedConfiguration;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.DeploymentController;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.Rollback;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceDeployment;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentAlarms;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentCircuitBreaker;
import software.amazon.awssdk.services.ecs.model.ServiceRevisionSummary;

/** Turns ECS's answers about services and revisions into the engine's snapshots; what ECS leaves out becomes nothing or 0. */
final class EcsStates {
    private EcsStates() {}

    static ServiceState service(Service service) {
        return new ServiceState(
                service.serviceArn(),
                service.serviceName(),
                text(service.status()),
                number(service.desiredCount()),
                number(service.runningCount()),
                text(service.taskDefinition()),
                controller(service),
                DeploymentSettings.of(service),
                service.deployments().stream()
                        .sorted(newest(Deployment::createdAt))
                        .map(EcsStates::deployment)
                        .toList(),
                service.loadBalancers().stream().map(EcsStates::loadBalancer).toList(),
                service.events().stream().map(EcsStates::event).toList(),
                ServicePlace.traits(service));
    }

    /** The controller is left out for services that have never had another than ECS itself. */
    private static String controller(Service service) {
        return Optional.ofNullable(service.deploymentController())
                .map(DeploymentController::typeAsString)
                .orElse("ECS");
    }

    private static DeploymentState deployment(Deployment deployment) {
        return new DeploymentState(
                text(deployment.id()),
                text(deployment.status()),
                text(deployment.taskDefinition()),
                number(deployment.desiredCount()),
                number(deployment.pendingCount()),
                number(deployment.runningCount()),
                number(deployment.failedTasks()),
                Words.known(
                        DeploymentState.Rollout.class,
                        deployment.rolloutStateAsString(),
                        DeploymentState.Rollout.UNKNOWN),
                text(deployment.rolloutStateReason()));
    }

    private static ServiceState.LoadBalancer loadBalancer(LoadBalancer balancer) {
        return new ServiceState.LoadBalancer(
                Optional.ofNullable(balancer.targetGroupArn()),
                text(balancer.containerName()),
                number(balancer.containerPort()),
                Optional.ofNullable(balancer.advancedConfiguration())
                        .map(AdvancedConfiguration::alternateTargetGroupArn));
    }

    private static ServiceEvent event(software.amazon.awssdk.services.ecs.model.ServiceEvent event) {
        return new ServiceEvent(
                text(event.id()), Optional.ofNullable(event.createdAt()).orElse(Instant.EPOCH), text(event.message()));
    }

    /**
     * Takes ECS's record of a deployment.
     *
     * @param revisions what is known of each service revision
     */
    static ServiceDeploymentState serviceDeployment(
            ServiceDeployment record, Map<String, ServiceDeployments.Revision> revisions) {
        Optional<ServiceDeployments.Revision> target =
                Optional.ofNullable(record.targetServiceRevision()).map(each -> revisions.get(each.arn()));
        return new ServiceDeploymentState(
                record.serviceDeploymentArn(),
                text(record.statusAsString()),
                text(record.statusReason()),
                target.map(ServiceDeployments.Revision::taskDefinition).orElse(""),
                Optional.ofNullable(record.rollback()).map(Rollback::reason),
                Optional.ofNullable(record.deploymentCircuitBreaker()).flatMap(EcsStates::breaker),
                Optional.ofNullable(record.alarms())
                        .map(ServiceDeploymentAlarms::triggeredAlarmNames)
                        .orElse(List.of()),
                staging(
                        record,
                        target.map(ServiceDeployments.Revision::targetGroups).orElse(List.of())));
    }

    /** A rolling update has no stage (ECS API reference, ServiceDeployment, lifecycleStage). */
    private static Optional<Staging> staging(ServiceDeployment record, List<String> targetGroups) {
        Optional<ServiceRevisionSummary> target = Optional.ofNullable(record.targetServiceRevision());
        return Optional.ofNullable(record.lifecycleStageAsString())
                .map(stage -> new Staging(
                        stage,
                        target.map(ServiceRevisionSummary::requestedProductionTrafficWeight),
                        target.map(ServiceRevisionSummary::requestedTestTrafficWeight),
                        targetGroups));
    }

    /** A breaker that is off still has its entry, with no threshold. */
    private static Optional<ServiceDeploymentState.Breaker> breaker(ServiceDeploymentCircuitBreaker breaker) {
        boolean counts = number(breaker.threshold()) > 0 && !"DISABLED".equals(breaker.statusAsString());
        return Stream.of(breaker)
                .filter(each -> counts)
                .map(each -> new ServiceDeploymentState.Breaker(
                        number(each.failureCount()),
                        number(each.threshold()),
                        "TRIGGERED".equals(each.statusAsString())))
                .findFirst();
    }

    /** Orders by an instant that may be missing, newest first. */
    static <T> Comparator<T> newest(Function<T, @Nullable Instant> when) {
        return Comparator.<T, Instant>comparing(
                        each -> Optional.ofNullable(when.apply(each)).orElse(Instant.EPOCH))
                .reversed();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static int number(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
