package org.ecsdelivery.aws;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.settings.AlarmChanges;
import org.ecsdelivery.common.settings.CircuitBreaker;
import org.ecsdelivery.common.settings.OnAlarm;
import org.ecsdelivery.common.settings.ServiceChanges;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.DeploymentAlarms;
import software.amazon.awssdk.services.ecs.model.DeploymentCircuitBreaker;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;

/** Asks ECS to change a service, and nothing of it that is not to be changed. */
record ServiceUpdate(ServiceChanges changes) {
    /**
     * Tells whether the service must be known: its deployment configuration is given to ECS as a whole, and other capacity
     * providers only with a new deployment.
     */
    boolean needsCurrent() {
        return changes.reconfigures() || !changes.providers().isEmpty();
    }

    UpdateServiceRequest.Builder request() {
        UpdateServiceRequest.Builder request = UpdateServiceRequest.builder();
        changes.desired().ifPresent(request::desiredCount);
        changes.gracePeriod()
                .map(Duration::toSeconds)
                .map(Math::toIntExact)
                .ifPresent(request::healthCheckGracePeriodSeconds);
        changes.propagateTags().map(Enum::name).ifPresent(request::propagateTags);
        return request;
    }

    UpdateServiceRequest.Builder on(Service current) {
        UpdateServiceRequest.Builder request = request();
        if (changes.reconfigures()) {
            request.deploymentConfiguration(configuration(current));
        }
        if (!ServicePlace.traits(current).places(changes.providers())
                && !changes.providers().isEmpty()) {
            // "you must force a new deployment", says ECS otherwise
            request.capacityProviderStrategy(items()).forceNewDeployment(true);
        }
        return request;
    }

    private List<CapacityProviderStrategyItem> items() {
        return changes.providers().stream()
                .map(each -> CapacityProviderStrategyItem.builder()
                        .capacityProvider(each.provider())
                        .weight(each.weight())
                        .base(each.base())
                        .build())
                .toList();
    }

    private DeploymentConfiguration configuration(Service current) {
        DeploymentConfiguration.Builder next = Optional.ofNullable(current.deploymentConfiguration())
                .map(DeploymentConfiguration::toBuilder)
                .orElseGet(DeploymentConfiguration::builder);
        changes.minimumHealthyPercent().ifPresent(next::minimumHealthyPercent);
        changes.maximumPercent().ifPresent(next::maximumPercent);
        changes.breaker().map(each -> breaker(each, current)).ifPresent(next::deploymentCircuitBreaker);
        if (changes.alarms().any()) {
            next.alarms(alarms(current));
        }
        return next.build();
    }

    private DeploymentAlarms alarms(Service current) {
        DeploymentAlarms.Builder next = Optional.ofNullable(current.deploymentConfiguration())
                .map(DeploymentConfiguration::alarms)
                .map(DeploymentAlarms::toBuilder)
                // all three members are required (ECS API reference, DeploymentAlarms)
                .orElseGet(
                        () -> DeploymentAlarms.builder().alarmNames(List.of()).rollback(false));
        AlarmChanges wanted = changes.alarms();
        if (!wanted.names().isEmpty()) {
            next.alarmNames(wanted.names());
        }
        wanted.what().ifPresent(what -> next.rollback(what == OnAlarm.ROLL_BACK));
        return next.enable(!wanted.what().equals(Optional.of(OnAlarm.OFF))).build();
    }

    private static DeploymentCircuitBreaker breaker(CircuitBreaker what, Service current) {
        return Optional.ofNullable(current.deploymentConfiguration())
                .map(DeploymentConfiguration::deploymentCircuitBreaker)
                .map(DeploymentCircuitBreaker::toBuilder)
                .orElseGet(DeploymentCircuitBreaker::builder)
                .enable(what != CircuitBreaker.OFF)
                .rollback(what == CircuitBreaker.ROLL_BACK)
                .build();
    }
}
