package org.ecsdelivery.aws;

import java.time.Duration;
import java.util.Optional;
import org.ecsdelivery.engine.ecs.DeploymentRules;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.DeploymentCircuitBreaker;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.Service;

/** Reads how a service is deployed; what ECS leaves out is what ECS takes for it (ECS API reference, DeploymentConfiguration). */
final class DeploymentSettings {
    private static final String DAEMON = "DAEMON";

    private DeploymentSettings() {}

    static DeploymentRules of(Service service) {
        String scheduling =
                Optional.ofNullable(service.schedulingStrategyAsString()).orElse("REPLICA");
        boolean daemon = scheduling.equals(DAEMON);
        DeploymentConfiguration given = Optional.ofNullable(service.deploymentConfiguration())
                .orElseGet(() -> DeploymentConfiguration.builder().build());
        Optional<DeploymentCircuitBreaker> breaker = Optional.ofNullable(given.deploymentCircuitBreaker());
        return new DeploymentRules(
                Optional.ofNullable(given.strategyAsString()).orElse("ROLLING"),
                scheduling,
                or(given.minimumHealthyPercent(), daemon ? 0 : 100),
                or(given.maximumPercent(), daemon ? 100 : 200),
                Duration.ofSeconds(or(service.healthCheckGracePeriodSeconds(), 0)),
                breaker.map(DeploymentCircuitBreaker::enable).orElse(false),
                breaker.map(DeploymentCircuitBreaker::rollback).orElse(false),
                Optional.ofNullable(given.alarms())
                        .filter(alarms -> Boolean.TRUE.equals(alarms.enable()))
                        .map(alarms ->
                                new DeploymentRules.Alarms(alarms.alarmNames(), Boolean.TRUE.equals(alarms.rollback())))
                        .orElse(DeploymentRules.Alarms.NONE),
                TrafficSettings.of(given));
    }

    private static int or(@Nullable Integer given, int usual) {
        return given == null ? usual : given;
    }
}
