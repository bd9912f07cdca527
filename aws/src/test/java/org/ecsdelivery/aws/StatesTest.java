package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.engine.ecs.DeploymentRules;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.ServiceDeploymentState;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.ecs.Staging;
import org.ecsdelivery.engine.ecs.TrafficRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceDeployment;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentCircuitBreaker;

/** What becomes of answers of ECS that leave things out, or bring words that are new. */
class StatesTest {
    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

    private static ServiceState service(Service.Builder service) {
        return EcsStates.service(service.serviceArn("arn").serviceName("web").build());
    }

    // --- services

    @Test
    void takesAServiceWithoutAControllerForOneOfEcs() {
        assertThat(service(Service.builder()).controller()).isEqualTo("ECS");
        assertThat(service(Service.builder().deploymentController(each -> each.type("CODE_DEPLOY")))
                        .controller())
                .isEqualTo("CODE_DEPLOY");
    }

    @ParameterizedTest
    @CsvSource({"true, true, true", "true, false, false", "false, true, false", "true, , false", ", true, false"})
    void rollsBackOnlyWhenTheBreakerIsOnAndToldTo(Boolean on, Boolean rollback, boolean expected) {
        assertThat(service(Service.builder()
                                .deploymentConfiguration(each -> each.deploymentCircuitBreaker(
                                        breaker -> breaker.enable(on).rollback(rollback))))
                        .rollsBack())
                .isEqualTo(expected);
    }

    @Test
    void doesNotRollBackWithoutABreaker() {
        assertThat(service(Service.builder()).rollsBack()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // scheduling, minimum %, maximum %, grace seconds: as given, then as taken
        ", , , , REPLICA, 100, 200, 0",
        "REPLICA, , , , REPLICA, 100, 200, 0",
        "DAEMON, , , , DAEMON, 0, 100, 0",
        "REPLICA, 0, 125, 90, REPLICA, 0, 125, 90",
    })
    void takesForTheDeploymentRulesWhatEcsTakes(
            String scheduling,
            Integer minimum,
            Integer maximum,
            Integer grace,
            String expectedScheduling,
            int expectedMinimum,
            int expectedMaximum,
            int expectedGrace) {
        ServiceState seen = service(Service.builder()
                .schedulingStrategy(scheduling)
                .healthCheckGracePeriodSeconds(grace)
                .deploymentConfiguration(
                        each -> each.minimumHealthyPercent(minimum).maximumPercent(maximum)));
        assertThat(seen.rules())
                .isEqualTo(new DeploymentRules(
                        "ROLLING",
                        expectedScheduling,
                        expectedMinimum,
                        expectedMaximum,
                        Duration.ofSeconds(expectedGrace),
                        false,
                        false));
    }

    @Test
    void tellsWhichAlarmsMakeEcsGoBackWithoutACircuitBreaker() {
        ServiceState seen = service(Service.builder()
                .deploymentConfiguration(each ->
                        each.alarms(alarms -> alarms.enable(true).rollback(true).alarmNames("errors"))));
        assertThat(seen.rules().alarms()).isEqualTo(new DeploymentRules.Alarms(List.of("errors"), true));
        assertThat(seen.rollsBack()).isTrue();
    }

    @Test
    void takesAlarmsThatAreOffForNone() {
        ServiceState seen = service(Service.builder()
                .deploymentConfiguration(each -> each.alarms(
                        alarms -> alarms.enable(false).rollback(true).alarmNames("errors"))));
        assertThat(seen.rules().alarms()).isEqualTo(DeploymentRules.Alarms.NONE);
        assertThat(seen.rollsBack()).isFalse();
    }

    @Test
    void tellsOtherStrategiesThanARollingUpdate() {
        ServiceState seen = service(Service.builder().deploymentConfiguration(each -> each.strategy("BLUE_GREEN")));
        assertThat(seen.rules().isRolling()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "IN_PROGRESS, IN_PROGRESS",
        "COMPLETED, COMPLETED",
        "FAILED, FAILED",
        "PAUSED_BY_A_NEW_FEATURE, UNKNOWN",
        ", UNKNOWN"
    })
    void readsHowFarADeploymentIs(String word, Rollout expected) {
        assertThat(service(Service.builder()
                                .deployments(each -> each.id("ecs-svc/1").rolloutState(word)))
                        .deployments())
                .extracting(DeploymentState::rollout)
                .containsExactly(expected);
    }

    @Test
    void listsDeploymentsNewestFirst() {
        assertThat(service(Service.builder()
                                .deployments(
                                        Deployment.builder().id("undated").build(),
                                        Deployment.builder()
                                                .id("old")
                                                .createdAt(NOON.minusSeconds(9))
                                                .build(),
                                        Deployment.builder()
                                                .id("new")
                                                .createdAt(NOON)
                                                .build()))
                        .deployments())
                .extracting(DeploymentState::id)
                .containsExactly("new", "old", "undated");
    }

    @Test
    void knowsNoTargetGroupOfAClassicLoadBalancer() {
        ServiceState seen = service(Service.builder()
                .loadBalancers(each -> each.loadBalancerName("classic").containerName("app")));
        assertThat(seen.loadBalancers()).containsExactly(new ServiceState.LoadBalancer(Optional.empty(), "app", 0));
        assertThat(seen.targetGroups()).isEmpty();
    }

    // --- records of deployments

    @Test
    void readsHowATrafficShiftHasComeAlthoughItsStageIsNewToTheSdk() {
        ServiceDeploymentState seen = record(ServiceDeployment.builder()
                .lifecycleStage("SOMETHING_NEW")
                .targetServiceRevision(each -> each.arn("revision-arn")
                        .requestedProductionTrafficWeight(12.5)
                        .requestedTestTrafficWeight(100.0)));

        assertThat(seen.staging())
                .hasValue(new Staging("SOMETHING_NEW", Optional.of(12.5), Optional.of(100.0), List.of("green")));
    }

    @Test
    void seesNoStageOfARollingUpdate() {
        assertThat(record(ServiceDeployment.builder()).staging()).isEmpty();
    }

    @Test
    void readsHowAServiceShiftsItsTraffic() {
        TrafficRules seen = service(Service.builder()
                        .deploymentConfiguration(each -> each.strategy("LINEAR")
                                .bakeTimeInMinutes(5)
                                .linearConfiguration(
                                        linear -> linear.stepPercent(30.0).stepBakeTimeInMinutes(2))
                                .lifecycleHooks(
                                        hook -> hook.lifecycleStagesWithStrings("POST_SCALE_UP"),
                                        hook -> hook.hookTargetArn("function")
                                                .lifecycleStagesWithStrings("PRE_SCALE_UP"))))
                .rules()
                .traffic();

        assertThat(seen.bake()).isEqualTo(Duration.ofMinutes(5));
        assertThat(seen.ofSteps()).isEqualTo(Duration.ofMinutes(6));
        assertThat(seen.hooks()).extracting(TrafficRules.Hook::isPause).containsExactly(true, false);
    }

    @Test
    void takesAwssOwnStepsWhereTheServiceNamesNone() {
        assertThat(service(Service.builder().deploymentConfiguration(each -> each.strategy("LINEAR")))
                        .rules()
                        .traffic()
                        .step())
                .hasValue(new TrafficRules.Step(10, Duration.ofMinutes(6), 9));
        assertThat(service(Service.builder().deploymentConfiguration(each -> each.strategy("CANARY")))
                        .rules()
                        .traffic()
                        .step())
                .hasValue(new TrafficRules.Step(5, Duration.ofMinutes(10), 1));
    }

    @Test
    void knowsBothTargetGroupsThatBlueAndGreenTakeTurnsIn() {
        ServiceState seen = service(Service.builder()
                .loadBalancers(each -> each.targetGroupArn("blue")
                        .containerName("app")
                        .containerPort(80)
                        .advancedConfiguration(more -> more.alternateTargetGroupArn("green"))));

        assertThat(seen.targetGroups()).containsExactly("blue", "green");
    }

    private static ServiceDeploymentState record(ServiceDeployment.Builder record) {
        return EcsStates.serviceDeployment(
                record.serviceDeploymentArn("arn").build(),
                Map.of("revision-arn", new ServiceDeployments.Revision("web:2", List.of("green"))));
    }

    @Test
    void tellsTheTaskDefinitionOfTheRevisionThatIsBrought() {
        assertThat(record(ServiceDeployment.builder().targetServiceRevision(each -> each.arn("revision-arn")))
                        .taskDefinition())
                .isEqualTo("web:2");
        assertThat(record(ServiceDeployment.builder().targetServiceRevision(each -> each.arn("another")))
                        .taskDefinition())
                .isEmpty();
        assertThat(record(ServiceDeployment.builder()).taskDefinition()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MONITORING, 3, true", "TRIGGERED, 3, true", "DISABLED, 3, false", "MONITORING, 0, false", ", , false"})
    void knowsACountOnlyOfABreakerThatCounts(String status, Integer threshold, boolean expected) {
        assertThat(record(ServiceDeployment.builder()
                                .deploymentCircuitBreaker(ServiceDeploymentCircuitBreaker.builder()
                                        .status(status)
                                        .threshold(threshold)
                                        .failureCount(2)
                                        .build()))
                        .breaker()
                        .isPresent())
                .isEqualTo(expected);
    }

    @Test
    void tellsWhichAlarmsWentOff() {
        assertThat(record(ServiceDeployment.builder().alarms(each -> each.triggeredAlarmNames("errors")))
                        .triggeredAlarms())
                .containsExactly("errors");
    }
}
