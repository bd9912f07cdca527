package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.LogConfiguration;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** What becomes of task definitions that leave things out. */
class RevisionStatesTest {
    @ParameterizedTest
    @CsvSource({
        // network, container port, host port, host ports that are taken
        "awsvpc, 8080, 8080, ''",
        "bridge, 8080, 0, ''",
        "bridge, 8080, , ''",
        "bridge, 8080, 80, 80",
        ", 8080, 80, 80",
        "host, 8080, , 8080",
        "host, 8080, 8080, 8080"
    })
    void tellsThePortsThatAContainerTakesOfItsHost(String network, int port, Integer hostPort, String taken) {
        TaskDefinition definition = TaskDefinition.builder()
                .taskDefinitionArn("arn")
                .networkMode(network)
                .containerDefinitions(container -> container
                        .name("app")
                        .portMappings(each -> each.containerPort(port).hostPort(hostPort)))
                .build();
        assertThat(revision(definition).containers().get(0).hostPorts())
                .extracting(String::valueOf)
                .containsExactly(taken.isEmpty() ? new String[0] : new String[] {taken});
    }

    @ParameterizedTest
    @CsvSource({"5, 2, 60, 70", ", , , 90", "10, , 15, 45"})
    void tellsHowLongAContainersOwnHealthCheckTakes(Integer interval, Integer retries, Integer start, int seconds) {
        TaskDefinition definition = TaskDefinition.builder()
                .taskDefinitionArn("arn")
                .containerDefinitions(container -> container
                        .name("app")
                        .healthCheck(check ->
                                check.interval(interval).retries(retries).startPeriod(start)))
                .build();
        assertThat(revision(definition).containers().get(0).healthyWithin()).hasValue(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({", 30", "2, 2", "120, 120"})
    void tellsHowLongAContainerMayTakeToEnd(Integer given, int seconds) {
        TaskDefinition definition = TaskDefinition.builder()
                .taskDefinitionArn("arn")
                .containerDefinitions(container -> container.name("app").stopTimeout(given))
                .build();
        assertThat(revision(definition).containers().get(0).stopTimeout()).isEqualTo(Duration.ofSeconds(seconds));
    }

    private static RevisionState revision(TaskDefinition definition) {
        return RevisionStates.of(DescribeTaskDefinitionResponse.builder()
                .taskDefinition(definition)
                .build());
    }

    private static Optional<RevisionState.LogTarget> log(LogConfiguration log) {
        return RevisionStates.of(DescribeTaskDefinitionResponse.builder()
                        .taskDefinition(definition -> definition
                                .taskDefinitionArn("arn")
                                .containerDefinitions(each -> each.name("app").logConfiguration(log)))
                        .build())
                .containers()
                .get(0)
                .log();
    }

    @Test
    void knowsWhereTheAwslogsDriverWrites() {
        assertThat(log(LogConfiguration.builder()
                        .logDriver("awslogs")
                        .options(Map.of("awslogs-group", "/ecs/web", "awslogs-stream-prefix", "ecs"))
                        .build()))
                .hasValue(new RevisionState.LogTarget("/ecs/web", "ecs"));
    }

    @Test
    void knowsWhetherTheLogGroupMustBeThereAndInWhichRegion() {
        assertThat(log(LogConfiguration.builder()
                        .logDriver("awslogs")
                        .options(Map.of(
                                "awslogs-group",
                                "/ecs/web",
                                "awslogs-stream-prefix",
                                "ecs",
                                "awslogs-region",
                                "us-east-1",
                                "awslogs-create-group",
                                "true"))
                        .build()))
                .hasValue(new RevisionState.LogTarget("/ecs/web", "ecs", Optional.of("us-east-1"), false));
    }

    @Test
    void namesThePlatformOfTheTasksAsRegistriesDo() {
        assertThat(platform("X86_64", "LINUX")).hasValue("linux/amd64");
        assertThat(platform("ARM64", null)).hasValue("linux/arm64");
        assertThat(platform("X86_64", "WINDOWS_SERVER_2022_CORE")).hasValue("windows/amd64");
        assertThat(platform(null, "LINUX")).isEmpty();
    }

    private static Optional<String> platform(@Nullable String chip, @Nullable String system) {
        return revision(TaskDefinition.builder()
                        .taskDefinitionArn("arn")
                        .containerDefinitions(each -> each.name("app"))
                        .runtimePlatform(
                                platform -> platform.cpuArchitecture(chip).operatingSystemFamily(system))
                        .build())
                .platform();
    }

    @Test
    void doesNotGuessWhereOtherDriversWrite() {
        assertThat(log(LogConfiguration.builder().logDriver("awsfirelens").build()))
                .isEmpty();
        assertThat(log(LogConfiguration.builder()
                        .logDriver("awslogs")
                        .options(Map.of("awslogs-group", "/ecs/web"))
                        .build()))
                .as("without a prefix the stream is named after Docker's id of the container")
                .isEmpty();
    }
}
