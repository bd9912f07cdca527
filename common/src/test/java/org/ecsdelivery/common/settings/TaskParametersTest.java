package org.ecsdelivery.common.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskParametersTest {

    @Test
    void needsOnlyClusterAndTaskDefinition() {
        TaskSettings settings = settings(Map.of());

        assertThat(settings.cluster()).hasToString("prod");
        assertThat(settings.definition()).hasToString("migrate");
        assertThat(settings.container()).isEmpty();
        assertThat(settings.overrides().command()).isEmpty();
        assertThat(settings.overrides().environment()).isEmpty();
        assertThat(settings.placement().launch()).isEqualTo(LaunchOn.FARGATE);
        assertThat(settings.placement().network()).isEmpty();
        assertThat(settings.timeout()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void namesEveryThingThatIsMissingAtOnce() {
        assertThat(TaskParameters.parse(Map.of(), References.RESOLVED).invalidParameters())
                .extracting(problem -> problem.parameter().name())
                .containsExactly("task.cluster", "task.definition");
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrate", "migrate:7", "arn:aws:ecs:eu-central-1:123456789012:task-definition/migrate:7"})
    void takesATaskDefinitionInEveryForm(String name) {
        assertThat(settings(Map.of("task.definition", name)).definition()).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrate:latest", "migrate:0", "team/migrate", "mi grate", ":7"})
    void refusesWhatIsNoTaskDefinition(String name) {
        assertThat(problems(Map.of("task.definition", name)))
                .containsExactly("'" + name + "' is not a task definition (family, family:revision or ARN)");
    }

    @Test
    void takesOneArgumentPerLineWithItsBlanks() {
        assertThat(settings(Map.of("task.command", "sh\n-c\n\necho 'a b'"))
                        .overrides()
                        .command())
                .containsExactly("sh", "-c", "echo 'a b'");
    }

    @Test
    void takesEnvironmentVariablesInTheirOrder() {
        assertThat(settings(Map.of("task.environment", "B=1\nA=x=y"))
                        .overrides()
                        .environment())
                .containsExactly(Map.entry("B", "1"), Map.entry("A", "x=y"));
    }

    @Test
    void takesTheNetworkAsAWhole() {
        Map<String, String> given = Map.of(
                "task.subnets", "subnet-0a, subnet-0b",
                "task.securityGroups", "sg-1",
                "task.publicIp", "true");

        assertThat(settings(given).placement().network())
                .hasValue(new TaskPlacement.Network(List.of("subnet-0a", "subnet-0b"), List.of("sg-1"), true));
    }

    @Test
    void refusesSecurityGroupsWithoutASubnet() {
        assertThat(problems(Map.of("task.securityGroups", "sg-1"))).containsExactly("no subnet is given");
    }

    @Test
    void takesAnotherSizeThanTheTaskDefinitions() {
        TaskOverrides size =
                settings(Map.of("task.cpu", "1024", "task.memory", "2048")).overrides();

        assertThat(size.cpu()).hasValue(1024);
        assertThat(size.memory()).hasValue(2048);
        assertThat(problems(Map.of("task.cpu", "1 vCPU")))
                .containsExactly("'1 vCPU' is not a whole number from 1 to 196608");
    }

    @Test
    void takesThePlaceOfAService() {
        TaskPlacement place = settings(Map.of("task.launch", "SERVICE", "task.service", "web"))
                .placement();

        assertThat(place.launch()).isEqualTo(LaunchOn.SERVICE);
        assertThat(place.service()).hasToString("Optional[web]");
    }

    @Test
    void takesCapacityProvidersWithTheirWeights() {
        assertThat(settings(Map.of("task.launch", "PROVIDERS", "task.capacityProviders", "FARGATE_SPOT=3\nFARGATE"))
                        .placement()
                        .providers())
                .containsExactly(Map.entry("FARGATE_SPOT", 3), Map.entry("FARGATE", 1));
    }

    @Test
    void refusesCapacityProvidersOfAnotherForm() {
        assertThat(problems(Map.of("task.launch", "PROVIDERS", "task.capacityProviders", "SPOT=x")))
                .containsExactly("'SPOT=x' is neither NAME nor NAME=WEIGHT");
        assertThat(problems(Map.of("task.launch", "PROVIDERS", "task.capacityProviders", "A B=2 A=3")))
                .containsExactly("'A' is given twice");
        assertThat(problems(Map.of("task.launch", "PROVIDERS", "task.capacityProviders", "A=1001")))
                .containsExactly("'1001' is not a whole number from 0 to 1000");
    }

    @Test
    void refusesWhatDoesNotBelongToTheWayToRun() {
        assertThat(problems(Map.of("task.launch", "SERVICE"))).containsExactly("nothing is given");
        assertThat(problems(Map.of("task.launch", "PROVIDERS"))).containsExactly("nothing is given");
        assertThat(problems(Map.of("task.service", "web"))).containsExactly("the task is to run on FARGATE");
        assertThat(problems(Map.of("task.launch", "EC2", "task.capacityProviders", "SPOT")))
                .containsExactly("the task is to run on EC2");
        assertThat(problems(Map.of("task.launch", "SERVICE", "task.service", "web", "task.subnets", "subnet-1")))
                .containsExactly("the network is that of the service");
        assertThat(problems(Map.of("task.publicIp", "true"))).containsExactly("no subnet is given");
    }

    @Test
    void runsOneTaskUnlessToldOtherwise() {
        assertThat(settings(Map.of()).fanOut().isOne()).isTrue();
    }

    @Test
    void takesAFileOfInputs() {
        FanOut fanOut = settings(Map.of(
                        "task.command", "convert\n{input}",
                        "task.inputs", "videos.txt",
                        "task.atOnce", "4",
                        "task.stopAtFirstFailure", "true"))
                .fanOut();

        assertThat(fanOut).isEqualTo(new FanOut(1, Optional.of("videos.txt"), 4, true));
        assertThat(fanOut.isOne()).isFalse();
    }

    @Test
    void refusesInputsThatNoTaskWouldSee() {
        assertThat(problems(Map.of("task.inputs", "videos.txt")))
                .containsExactly("neither the command nor the environment has {input}");
        assertThat(problems(Map.of("task.inputs", "videos.txt", "task.environment", "VIDEO=s3://in/{input}")))
                .isEmpty();
    }

    @Test
    void refusesANumberBesideInputs() {
        assertThat(problems(Map.of("task.command", "{input}", "task.inputs", "videos.txt", "task.count", "2")))
                .containsExactly("the inputs already tell how many");
        assertThat(problems(Map.of("task.count", "0"))).containsExactly("'0' is not a whole number from 1 to 1000");
        assertThat(problems(Map.of("task.atOnce", "51"))).containsExactly("'51' is not a whole number from 1 to 50");
    }

    @Test
    void leavesInputsToTheBuildWhenOnlyItKnowsTheCommand() {
        assertThat(TaskParameters.parse(
                        with(Map.of("task.command", "%command%", "task.inputs", "videos.txt")), References.UNRESOLVED))
                .isInstanceOf(Parsed.Deferred.class);
    }

    @Test
    void leavesTheWayToRunToTheBuildWhenOnlyItKnows() {
        assertThat(TaskParameters.parse(
                        with(Map.of("task.launch", "%where%", "task.service", "web")), References.UNRESOLVED))
                .isInstanceOf(Parsed.Deferred.class);
    }

    @Test
    void tellsASubnetFromASecurityGroup() {
        assertThat(problems(Map.of("task.subnets", "sg-1"))).containsExactly("'sg-1' is not the id of a subnet");
        assertThat(problems(Map.of("task.subnets", "subnet-1", "task.securityGroups", "subnet-1")))
                .containsExactly("'subnet-1' is not the id of a security group");
    }

    @Test
    void waitsForTheBuildWithWhatOnlyABuildKnows() {
        assertThat(TaskParameters.parse(
                        with(Map.of("task.definition", "%ecs-delivery.deploy.taskDefinition%")), References.UNRESOLVED))
                .isInstanceOf(Parsed.Deferred.class);
    }

    @Test
    void neverFailsWhateverIsGiven() {
        for (int seed = 0; seed < 2_000; seed++) {
            Map<String, String> map = new AnyText(seed).mapOf(TaskParameters.ALL);

            assertThat(TaskParameters.parse(map, References.RESOLVED)).isNotInstanceOf(Parsed.Deferred.class);
            assertThat(TaskParameters.parse(map, References.UNRESOLVED)).isNotNull();
        }
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> given = new HashMap<>(Map.of("task.cluster", "prod", "task.definition", "migrate"));
        given.putAll(more);
        return given;
    }

    private static TaskSettings settings(Map<String, String> more) {
        Parsed<TaskSettings> parsed = TaskParameters.parse(with(more), References.RESOLVED);
        assertThat(parsed.invalidParameters()).isEmpty();
        return ((Parsed.Valid<TaskSettings>) parsed).settings();
    }

    private static List<String> problems(Map<String, String> more) {
        return TaskParameters.parse(with(more), References.RESOLVED).invalidParameters().stream()
                .map(problem -> problem.problem())
                .toList();
    }
}
