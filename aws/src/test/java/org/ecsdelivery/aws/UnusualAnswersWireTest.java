package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ecsdelivery.aws.call.RecordingAws;
import org.ecsdelivery.aws.call.RecordingAws.Reply;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.ecs.ServiceDeploymentState;
import org.ecsdelivery.engine.ecs.Target;
import org.ecsdelivery.engine.ecs.TargetState;
import org.ecsdelivery.engine.ecs.TargetState.Health;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that AWS may give and that no stand-in gives. */
class UnusualAnswersWireTest {

    private static <T> T answered(RecordingAws.Script script, Function<AwsClients, T> call) {
        try (RecordingAws aws = RecordingAws.answering(script);
                AwsClients clients = AwsClients.open(
                        ClientsOfLocalAws.at(aws.endpoint()),
                        ClientsOfLocalAws.build(Map.of()),
                        InstantSource.system(),
                        ClientsOfLocalAws.QUICK)) {
            return call.apply(clients);
        }
    }

    // --- load balancer

    private static Reply xml(String operation, String result) {
        return new Reply(
                200,
                "text/xml",
                "<" + operation + "Response xmlns=\"http://127.0.0.1/\"><" + operation + "Result>" + result + "</"
                        + operation + "Result></" + operation + "Response>");
    }

    private static Map<Target, TargetState> targets(String description) {
        return answered(
                request -> xml(
                        "DescribeTargetHealth",
                        "<TargetHealthDescriptions><member>" + description + "</member></TargetHealthDescriptions>"),
                clients -> clients.targetGroups().targets("arn"));
    }

    @ParameterizedTest
    @CsvSource({
        "initial, INITIAL",
        "healthy, HEALTHY",
        "unhealthy, UNHEALTHY",
        "unhealthy.draining, UNHEALTHY_DRAINING",
        "draining, DRAINING",
        "unused, UNUSED",
        "unavailable, UNAVAILABLE",
        "something-new, UNKNOWN"
    })
    void readsTheStateOfATarget(String word, Health expected) {
        assertThat(targets("<Target><Id>10.0.0.1</Id><Port>80</Port></Target><TargetHealth><State>" + word
                        + "</State></TargetHealth>"))
                .isEqualTo(Map.of(new Target("10.0.0.1", 80), new TargetState(expected, "")));
    }

    @Test
    void knowsNothingOfATargetWithoutAState() {
        assertThat(targets("<Target><Id>lambda</Id></Target>"))
                .isEqualTo(Map.of(new Target("lambda", 0), new TargetState(Health.UNKNOWN, "")));
    }

    @Test
    void takesTheUsualDelayWhenTheGroupHasNoneOfItsOwn() {
        Duration delay = answered(
                request -> xml("DescribeTargetGroupAttributes", "<Attributes/>"),
                clients -> clients.targetGroups().deregistrationDelay("arn"));
        assertThat(delay).isEqualTo(Duration.ofSeconds(300));
    }

    // --- ECR

    private static EngineException tokenFailure(String data) {
        return answered(
                request -> Reply.json("{\"authorizationData\":[" + data + "]}"),
                clients -> catchThrowableOfType(
                        EngineException.class, () -> clients.imageRegistry().authorize()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no colon", ":no user"})
    void refusesATokenWithoutUserAndPassword(String pair) {
        String token = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        assertThat(tokenFailure("{\"authorizationToken\":\"" + token
                        + "\",\"proxyEndpoint\":\"https://registry.example.org\",\"expiresAt\":1}"))
                .hasMessageContainingAll("for registry.example.org", "user:password", "aws.endpoint")
                .hasMessageNotContaining(token.isEmpty() ? "\0" : token);
    }

    @Test
    void refusesATokenThatIsNoBase64() {
        assertThat(tokenFailure("{\"authorizationToken\":\"%%%\",\"proxyEndpoint\":\"https://registry.example.org\"}"))
                .hasMessageContaining("user:password");
    }

    @Test
    void saysThatEcrGaveNoToken() {
        EngineException failure = tokenFailure("");
        assertThat(failure.kind()).isEqualTo(FailureKind.AWS_REFUSED);
        assertThat(failure).hasMessageContaining("no authorization token");
    }

    // --- ECS

    @Test
    void putsTheNewestRecordsOfDeploymentsFirst() {
        Map<String, String> answers = Map.of(
                "ListServiceDeployments",
                "{\"serviceDeployments\":[" + brief("old", 1) + "," + brief("new", 9) + "," + brief("gone", 5) + "]}",
                "DescribeServiceDeployments",
                "{\"serviceDeployments\":[{\"serviceDeploymentArn\":\"old\",\"targetServiceRevision\":{\"arn\":\"r1\"}},"
                        + "{\"serviceDeploymentArn\":\"new\",\"targetServiceRevision\":{\"arn\":\"r2\"}}]}",
                "DescribeServiceRevisions",
                "{\"serviceRevisions\":[{\"serviceRevisionArn\":\"r1\",\"taskDefinition\":\"web:1\"},"
                        + "{\"serviceRevisionArn\":\"r2\"}]}");
        List<ServiceDeploymentState> records = answered(
                request -> Reply.json(answers.getOrDefault(request.operation(), "{}")),
                clients -> clients.ecs().serviceDeployments(new ClusterName("prod"), new ServiceName("web")));
        assertThat(records.stream()
                        .collect(Collectors.toMap(ServiceDeploymentState::arn, ServiceDeploymentState::taskDefinition)))
                .isEqualTo(Map.of("new", "", "old", "web:1"));
        assertThat(records).extracting(ServiceDeploymentState::arn).containsExactly("new", "old");
    }

    private static String brief(String arn, int createdAt) {
        return "{\"serviceDeploymentArn\":\"" + arn + "\",\"createdAt\":" + createdAt + "}";
    }

    // --- logs

    @Test
    void walksBackOverEmptyPagesButNotForLong() {
        AtomicInteger pages = new AtomicInteger();
        List<String> lines = answered(
                request -> Reply.json("{\"events\":[],\"nextBackwardToken\":\"" + pages.incrementAndGet() + "\"}"),
                clients -> clients.containerLogs().tail("group", "stream", 5));
        assertThat(lines).isEmpty();
        assertThat(pages).hasValue(5);
    }

    @Test
    void putsThePagesOfALogTogetherInOrder() {
        List<String> lines = answered(
                request -> Reply.json(
                        request.body().contains("nextToken")
                                ? "{\"events\":[{\"message\":\"one\"}],\"nextBackwardToken\":\"b\"}"
                                : "{\"events\":[{\"message\":\"two\"},{\"message\":\"three\"}],"
                                        + "\"nextBackwardToken\":\"a\"}"),
                clients -> clients.containerLogs().tail("group", "stream", 3));
        assertThat(lines).containsExactly("one", "two", "three");
    }
}
