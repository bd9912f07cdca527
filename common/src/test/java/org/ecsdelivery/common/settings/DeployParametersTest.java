package org.ecsdelivery.common.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ServiceName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeployParametersTest {

    @Test
    void followsUntilDrainedForHalfAnHourUnlessToldOtherwise() {
        DeploySettings settings = valid(with(Map.of()));

        assertThat(settings.cluster()).isEqualTo(new ClusterName("shop"));
        assertThat(settings.service()).isEqualTo(new ServiceName("web"));
        assertThat(settings.container()).isEmpty();
        assertThat(settings.image()).isEqualTo(ImageReference.parse("localhost:5000/web:7"));
        assertThat(settings.finishLevel()).isEqualTo(FinishLevel.DRAINED);
        assertThat(settings.timeout()).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.onStop()).isEqualTo(OnStop.LEAVE);
        assertThat(settings.onPause()).isEqualTo(OnPause.WAIT);
        assertThat(settings.pipelineCheck()).isEqualTo(PipelineCheck.OFF);
        assertThat(settings.failedTaskLogLines()).isEqualTo(15);
        assertThat(settings.dryRun()).isFalse();
    }

    @Test
    void readsWhatChangesInTheService() {
        assertThat(valid(with(Map.of("deploy.desiredCount", "0", "deploy.gracePeriodSeconds", "90")))
                        .serviceChanges())
                .isEqualTo(new ServiceChanges(Optional.of(0), Optional.of(Duration.ofSeconds(90))));
        assertThat(valid(with(Map.of())).serviceChanges()).isEqualTo(ServiceChanges.NONE);
    }

    @Test
    void readsTheAlarmsThatShallGuardDeployments() {
        assertThat(valid(with(Map.of("deploy.alarms", "web errors\n\n web latency ", "deploy.onAlarm", "FAIL")))
                        .serviceChanges()
                        .alarms())
                .isEqualTo(new AlarmChanges(List.of("web errors", "web latency"), Optional.of(OnAlarm.FAIL)));
        assertThat(problems(Map.of("deploy.alarms", "errors", "deploy.onAlarm", "OFF")))
                .containsExactly("deploy.alarms");
        assertThat(problems(Map.of("deploy.alarms", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11")))
                .containsExactly("deploy.alarms");
        assertThat(problems(Map.of("deploy.alarms", "a".repeat(256)))).containsExactly("deploy.alarms");
    }

    @Test
    void readsTheCapacityProvidersOfTheService() {
        assertThat(valid(with(Map.of("deploy.capacityProviders", "FARGATE=1:2, FARGATE_SPOT=3")))
                        .serviceChanges()
                        .providers())
                .containsExactly(new CapacityShare("FARGATE", 1, 2), new CapacityShare("FARGATE_SPOT", 3, 0));
        assertThat(valid(with(Map.of("deploy.capacityProviders", "own-group")))
                        .serviceChanges()
                        .providers())
                .containsExactly(new CapacityShare("own-group", 1, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FARGATE=0",
                "FARGATE=x",
                "FARGATE:1",
                "FARGATE=1001",
                "FARGATE=1:100001",
                "FARGATE FARGATE=2",
                "FARGATE own-group",
                "FARGATE=1:1 FARGATE_SPOT=1:1",
                "a b c d e f g h i j k l m n o p q r s t u"
            })
    void takesNoCapacityProvidersThatEcsRefuses(String strategy) {
        assertThat(problems(Map.of("deploy.capacityProviders", strategy))).containsExactly("deploy.capacityProviders");
    }

    @Test
    void readsTagsOfTheRevisionAndWhoseTagsTasksGet() {
        assertThat(valid(with(Map.of("deploy.tags", "team=shop\ncost center=a=b")))
                        .changes()
                        .tags())
                .containsExactly(Map.entry("team", "shop"), Map.entry("cost center", "a=b"));
        assertThat(valid(with(Map.of("deploy.propagateTags", "SERVICE")))
                        .serviceChanges()
                        .propagateTags())
                .contains(PropagateTags.SERVICE);
        assertThat(valid(with(Map.of("deploy.propagateTags", "KEEP"))).serviceChanges())
                .isEqualTo(ServiceChanges.NONE);
    }

    static List<String> tagsThatEcsRefuses() {
        String fiftyOne = IntStream.rangeClosed(1, 51)
                .mapToObj(number -> "k" + number + "=v")
                .collect(Collectors.joining("\n"));
        return List.of(
                "Aws:team=shop",
                "ecs-delivery:build-id=1",
                "k".repeat(129) + "=v",
                "k=" + "v".repeat(257),
                "k=<v>",
                "k?=v",
                fiftyOne);
    }

    @ParameterizedTest
    @MethodSource("tagsThatEcsRefuses")
    void takesNoTagsThatEcsRefuses(String tags) {
        assertThat(problems(Map.of("deploy.tags", tags))).containsExactly("deploy.tags");
    }

    private static List<String> problems(Map<String, String> more) {
        return DeployParameters.parse(with(more), References.RESOLVED).invalidParameters().stream()
                .map(each -> each.parameter().name())
                .toList();
    }

    @Test
    void readsHowManyRevisionsStay() {
        assertThat(valid(with(Map.of())).keepRevisions()).isEmpty();
        assertThat(valid(with(Map.of("deploy.keepRevisions", "5"))).keepRevisions())
                .contains(5);
        assertThat(problems(Map.of("deploy.keepRevisions", "1"))).containsExactly("deploy.keepRevisions");
    }

    @Test
    void readsThatTheStepOnlyPlans() {
        assertThat(valid(with(Map.of("deploy.dryRun", "true"))).dryRun()).isTrue();
    }

    @Test
    void readsTheOtherSettings() {
        DeploySettings settings = valid(with(Map.of(
                "deploy.container",
                "app",
                "deploy.finishLevel",
                "live",
                "deploy.timeoutMinutes",
                "90",
                "deploy.onStop",
                "roll_back",
                "deploy.onPause",
                "continue",
                "deploy.pipelineCheck",
                "warn",
                "deploy.failedTaskLogLines",
                "0")));

        assertThat(settings.container()).contains(new ContainerName("app"));
        assertThat(settings.finishLevel()).isEqualTo(FinishLevel.LIVE);
        assertThat(settings.timeout()).isEqualTo(Duration.ofMinutes(90));
        assertThat(settings.onStop()).isEqualTo(OnStop.ROLL_BACK);
        assertThat(settings.onPause()).isEqualTo(OnPause.CONTINUE);
        assertThat(settings.pipelineCheck()).isEqualTo(PipelineCheck.WARN);
        assertThat(settings.failedTaskLogLines()).isZero();
    }

    @Test
    void readsTheMigrationAndItsTimeLimit() {
        assertThat(valid(with(Map.of("deploy.migrationTimeoutMinutes", "5"))).migration())
                .isEmpty();
        assertThat(valid(with(Map.of("deploy.migrationCommand", "migrate\n\n--all up")))
                        .migration())
                .contains(new Migration(List.of("migrate", "--all up"), Duration.ofMinutes(30)));
    }

    @Test
    void readsArnsOfClusterAndService() {
        DeploySettings settings = valid(with(Map.of(
                "deploy.cluster", "arn:aws:ecs:eu-central-1:123456789012:cluster/shop",
                "deploy.service", "arn:aws:ecs:eu-central-1:123456789012:service/shop/web")));

        assertThat(settings.cluster()).isEqualTo(new ClusterName("shop"));
        assertThat(settings.service()).isEqualTo(new ServiceName("web"));
    }

    @Test
    void reportsMissingClusterServiceAndImageTogether() {
        assertThat(refused(Map.of())).containsExactly("deploy.cluster", "deploy.service", "deploy.image");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "deploy.cluster, my cluster",
        "deploy.service, web.1",
        "deploy.container, a/b",
        "deploy.image, team/web",
        "deploy.image, Team/web:1",
        "deploy.image, %ecs-delivery.image.uri%",
        "deploy.finishLevel, DONE",
        "deploy.onStop, ABORT",
        "deploy.onPause, GO",
        "deploy.pipelineCheck, yes",
        "deploy.migrationTimeoutMinutes, 1 h",
        "deploy.timeoutMinutes, 0",
        "deploy.failedTaskLogLines, -1",
        "deploy.failedTaskLogLines, 101",
        "deploy.dryRun, maybe",
        "deploy.desiredCount, -1",
        "deploy.gracePeriodSeconds, 1 min",
        "deploy.minimumHealthyPercent, 50 %",
        "deploy.maximumPercent, -1",
        "deploy.circuitBreaker, ON",
        "aws.region, Frankfurt"
    })
    void namesTheOneParameterThatIsWrong(String name, String text) {
        assertThat(refused(with(Map.of(name, text)))).containsExactly(name);
    }

    @Test
    void saysThatAnImageWithoutTagOrDigestHasNeither() {
        assertThat(DeployParameters.parse(with(Map.of("deploy.image", "team/web")), References.RESOLVED)
                        .invalidParameters())
                .singleElement()
                .satisfies(invalid ->
                        assertThat(invalid.problem()).isEqualTo("'team/web' has neither a tag nor a digest"));
    }

    @Test
    void waitsForTheBuildWhereTheDefaultImageRefersToIt() {
        Map<String, String> given = with(Map.of("deploy.image", DeployParameters.IMAGE.defaultValue()));

        assertThat(DeployParameters.parse(given, References.UNRESOLVED))
                .isEqualTo(new Parsed.Deferred<>(List.of("deploy.image")));
    }

    @Test
    void takesTheRegionOfTheImageNameWhenNoneIsGiven() {
        String image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1";

        assertThat(valid(with(Map.of("deploy.image", image))).access().region()).contains(new AwsRegion("eu-west-1"));
    }

    @Test
    void letsAServicePullItsImageFromAnotherRegion() {
        String image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1";

        assertThat(valid(with(Map.of("deploy.image", image, "aws.region", "us-east-1")))
                        .access()
                        .region())
                .contains(new AwsRegion("us-east-1"));
    }

    @Test
    void includesTheEarlierFinishLevelsInTheLaterOnes() {
        assertThat(FinishLevel.DRAINED.includes(FinishLevel.LIVE)).isTrue();
        assertThat(FinishLevel.DRAINED.includes(FinishLevel.DRAINED)).isTrue();
        assertThat(FinishLevel.DRAINED.includes(FinishLevel.STOPPED)).isFalse();
    }

    @Test
    void answersAnyMapWithoutThrowing() {
        AnyText text = new AnyText(23);
        for (int round = 0; round < 3_000; round++) {
            Map<String, String> map = text.mapOf(DeployParameters.ALL);

            assertThat(DeployParameters.parse(map, References.RESOLVED)).isNotInstanceOf(Parsed.Deferred.class);
            assertThat(DeployParameters.parse(map, References.UNRESOLVED)).isNotNull();
        }
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(
                Map.of("deploy.cluster", "shop", "deploy.service", "web", "deploy.image", "localhost:5000/web:7"));
        all.putAll(more);
        return all;
    }

    private static DeploySettings valid(Map<String, String> given) {
        Parsed<DeploySettings> parsed = DeployParameters.parse(given, References.RESOLVED);
        assertThat(parsed.invalidParameters()).isEmpty();
        return ((Parsed.Valid<DeploySettings>) parsed).settings();
    }

    private static List<String> refused(Map<String, String> given) {
        return DeployParameters.parse(given, References.RESOLVED).invalidParameters().stream()
                .map(invalid -> invalid.parameter().name())
                .toList();
    }
}
