package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.engine.ecs.DeploymentRules;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.RevisionState.LogTarget;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.Test;

/** What is said before anything is changed. */
class PreflightTest extends DeployOnTest {
    @Test
    void refusesADeploymentThatCanNeverFinish() {
        ecs.withRules(rules -> percent(rules, 75, 100));

        assertThatThrownBy(() -> run(settings))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.SERVICE_UNSUITABLE))
                .hasMessageContaining("A deployment of service web cannot finish: with the desired count 2,"
                        + " maximumPercent 100 allows 2 tasks (rounded down) and minimumHealthyPercent 75 keeps 2 tasks"
                        + " healthy (rounded up), so that ECS can neither start a new task nor stop an old one")
                .hasMessageContaining("Set maximumPercent of the service to at least 150, or minimumHealthyPercent of"
                        + " the service to at most 50.");
        assertThat(ecs.calls()).doesNotContain("ecs:RegisterTaskDefinition", "ecs:UpdateService");
    }

    @Test
    void refusesADeploymentThatHasNoRoomForAllNewTasks() {
        ecs.withRules(rules -> percent(rules, 0, 99));

        assertThatThrownBy(() -> run(settings))
                .hasMessageContaining("maximumPercent 99 allows 1 task (rounded down)")
                .hasMessageContaining("so that ECS can never start all new tasks")
                .hasMessageEndingWith("Set maximumPercent of the service to at least 150.");
    }

    @Test
    void asksForNoOtherMaximumOfADaemon() {
        ecs.withRules(rules -> new DeploymentRules(
                "ROLLING", "DAEMON", 100, 100, rules.gracePeriod(), rules.breaks(), rules.rollsBack()));

        assertThatThrownBy(() -> run(settings))
                .hasMessageContaining("Set minimumHealthyPercent of the service to at most 50.")
                .hasMessageNotContaining("Set maximumPercent");
    }

    @Test
    void onlyWarnsWhenMissingTasksLeaveRoomForNewOnes() {
        ecs.withDesired(3).withRules(rules -> percent(rules, 100, 100));

        looksOnly(settings);

        assertThat(warnings()).anyMatch(text -> text.contains("A deployment of service web cannot finish"));
    }

    @Test
    void knowsNoPercentagesOfOtherStrategies() {
        ecs.withRules(
                rules -> new DeploymentRules("BLUE_GREEN", "REPLICA", 100, 100, rules.gracePeriod(), false, false));

        looksOnly(settings);

        assertThat(warnings()).noneMatch(text -> text.contains("cannot finish"));
    }

    @Test
    void warnsWhenTheTimeLimitMayPassFirst() {
        ecs.withRules(rules -> grace(rules, Duration.ofMinutes(11)));

        looksOnly(settings);

        assertThat(warnings())
                .contains("Time limit, minutes (deploy.timeoutMinutes) is 10, but the deployment may take up to 12 min"
                        + " until DRAINED although nothing fails. Raise it, or choose an earlier Finish when"
                        + " (deploy.finishLevel).");
    }

    @Test
    void doesNotWarnWhenTheTimeLimitIsJustEnough() {
        ecs.withRules(rules -> grace(rules, Duration.ofMinutes(10).minusSeconds(10)));

        looksOnly(until(FinishLevel.LIVE));

        assertThat(warnings()).noneMatch(text -> text.contains("deploy.timeoutMinutes"));
    }

    @Test
    void saysThatItCannotEstimateWhenTheHealthChecksMayNotBeRead() {
        ecs.denying("elasticloadbalancing:DescribeTargetGroups").withRules(rules -> grace(rules, Duration.ofHours(1)));

        looksOnly(settings);

        assertThat(warnings())
                .anySatisfy(text -> assertThat(text)
                        .startsWith("How long the deployment may take cannot be estimated: ")
                        .contains("elasticloadbalancing:DescribeTargetGroups"))
                .noneMatch(text -> text.contains("deploy.timeoutMinutes"));
    }

    @Test
    void refusesADigestThatIsNotInItsRepository() {
        String image = HOST + "/shop/web@sha256:" + "b".repeat(64);

        assertThatThrownBy(() -> run(withImage(image)))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.IMAGE_NOT_FOUND))
                .hasMessageStartingWith("There is no image " + image + " in its repository.");
        assertThat(ecs.calls()).doesNotContain("ecs:RegisterTaskDefinition");
    }

    @Test
    void notesThatADigestOfAnotherRegistryWasNotChecked() {
        run(withImage("registry.example.org/web@" + DIGEST).asDryRun());
        run(withImage("123456789012.dkr.ecr.us-east-1.amazonaws.com/web@" + DIGEST)
                .asDryRun());

        assertThat(notes()).anyMatch(each -> each.endsWith("registry.example.org is no ECR registry."));
        assertThat(notes()).anyMatch(each -> each.endsWith("lies in us-east-1."));
    }

    @Test
    void refusesAnImageForAnotherPlatformThanThatOfTheTasks() {
        ecs.withDefinition(definition -> on(definition, "linux/arm64"));

        assertThatThrownBy(() -> run(settings))
                .hasMessageContaining(" is one for linux/amd64 and windows/amd64, but the tasks of web:1 run on"
                        + " linux/arm64 (runtimePlatform).")
                .hasMessageEndingWith(
                        "Build the image for linux/arm64, or change runtimePlatform of the task definition.");
    }

    @Test
    void takesAnImageThatIsForThePlatformOfTheTasksToo() {
        ecs.withDefinition(definition -> on(definition, "linux/amd64"));

        assertThat(run(settings.asDryRun())).isInstanceOf(DeployResult.Planned.class);
    }

    @Test
    void refusesADefinitionWhoseLogGroupIsMissing() {
        ecs.withoutLogGroup();

        assertThatThrownBy(() -> run(settings))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.LOG_GROUP_MISSING))
                .hasMessageStartingWith("There is no log group /prod/web, which awslogs-group of web:1 names, so no"
                        + " task can start.");
    }

    @Test
    void asksForNoLogGroupThatTheDriverCreatesOrThatLiesElsewhere() {
        ecs.withoutLogGroup()
                .withDefinition(definition ->
                        logging(definition, new LogTarget("/prod/web", "web", Optional.of("eu-central-1"), false)));
        run(settings.asDryRun());
        ecs.withDefinition(
                definition -> logging(definition, new LogTarget("/prod/web", "web", Optional.of("us-east-1"), true)));

        run(settings.asDryRun());

        assertThat(ecs.calls()).doesNotContain("logs:DescribeLogGroups");
    }

    @Test
    void notesThatItMayNotLookForTheLogGroup() {
        ecs.withoutLogGroup().denying("logs:DescribeLogGroups");

        run(settings.asDryRun());

        assertThat(notes())
                .anySatisfy(note -> assertThat(note)
                        .startsWith("Whether the log groups are there was not checked: ")
                        .contains("logs:DescribeLogGroups"));
    }

    @Test
    void refusesARevisionThatLacksTheContainerOfTheTargetGroup() {
        ecs.withContainers("web", "proxy");

        assertThatThrownBy(() -> run(withContainer("web")))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.SERVICE_UNSUITABLE))
                .hasMessageContaining(
                        "Target group web of service web sends requests to container app at port 8080, but"
                                + " task definition web:1 has no such container but web, proxy.");
        assertThat(ecs.calls()).doesNotContain("ecs:RegisterTaskDefinition");
    }

    @Test
    void refusesARevisionWhoseContainerLacksThePortOfTheTargetGroup() {
        ecs.withDefinition(definition -> listeningAt(definition, List.of(80, 443)));

        assertThatThrownBy(() -> run(settings))
                .hasMessageContaining(
                        "sends requests to container app at port 8080, but task definition web:1 gives that"
                                + " container only port 80, 443 in portMappings.")
                .hasMessageContaining("Add containerPort 8080 to the portMappings of container app");
    }

    @Test
    void refusesARevisionWhoseContainerHasNoPortAtAll() {
        ecs.withDefinition(definition -> listeningAt(definition, List.of()));

        assertThatThrownBy(() -> run(settings)).hasMessageContaining("gives that container no port in portMappings.");
    }

    @Test
    void asksForNoPortWhereNothingSendsRequests() {
        ecs.withoutLoadBalancer().withDefinition(definition -> listeningAt(definition, List.of()));

        assertThat(run(settings.asDryRun())).isInstanceOf(DeployResult.Planned.class);
    }

    @Test
    void tellsEverythingThatStandsAgainstTheDeploymentAtOnce() {
        ecs.withoutLogGroup().withRules(rules -> percent(rules, 75, 100));

        assertThatThrownBy(() -> run(withImage(HOST + "/shop/web:missing")))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.IMAGE_NOT_FOUND))
                .hasMessageStartingWith("3 things stand against the deployment: (1) There is no image ")
                .hasMessageContaining(" (2) There is no log group ")
                .hasMessageContaining(" (3) A deployment of service web cannot finish");
    }

    private List<String> notes() {
        return all(DeployEvent.Planned.class).stream()
                .flatMap(each -> each.plan().notes().stream())
                .toList();
    }

    private static RevisionState on(RevisionState of, String platform) {
        return new RevisionState(
                of.arn(),
                of.networkMode(),
                of.traits(),
                of.containers(),
                of.tags(),
                of.registeredBy(),
                Optional.of(platform));
    }

    private static RevisionState logging(RevisionState of, LogTarget target) {
        return with(of, Optional.of(target), of.containers().get(0).ports());
    }

    private static RevisionState listeningAt(RevisionState of, List<Integer> ports) {
        return with(of, of.containers().get(0).log(), ports);
    }

    private static RevisionState with(RevisionState of, Optional<LogTarget> log, List<Integer> ports) {
        RevisionState.Container only = of.containers().get(0);
        List<RevisionState.Container> containers = List.of(new RevisionState.Container(
                only.name(),
                only.image(),
                log,
                only.stopTimeout(),
                only.healthyWithin(),
                ports,
                only.hostPorts(),
                only.variables(),
                only.command()));
        return new RevisionState(
                of.arn(), of.networkMode(), of.traits(), containers, of.tags(), of.registeredBy(), of.platform());
    }

    private void looksOnly(DeploySettings with) {
        cancellation.cancel("after the look");
        assertThatThrownBy(() -> run(with)).isInstanceOf(Cancelled.class);
    }

    private static DeploymentRules percent(DeploymentRules of, int minimum, int maximum) {
        return new DeploymentRules(
                of.strategy(), of.scheduling(), minimum, maximum, of.gracePeriod(), of.breaks(), of.rollsBack());
    }

    private static DeploymentRules grace(DeploymentRules of, Duration grace) {
        return new DeploymentRules(
                of.strategy(),
                of.scheduling(),
                of.minimumHealthyPercent(),
                of.maximumPercent(),
                grace,
                of.breaks(),
                of.rollsBack());
    }
}
