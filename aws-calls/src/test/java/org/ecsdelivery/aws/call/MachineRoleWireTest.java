package org.ecsdelivery.aws.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.ecsdelivery.aws.call.RecordingAws.Reply;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.sandbox.time.VirtualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** The roles of containers and instances, handed out on loopback. */
class MachineRoleWireTest {
    private static final String FULL = "AWS_CONTAINER_CREDENTIALS_FULL_URI";

    private final VirtualClock clock = VirtualClock.at("2026-10-01T12:00:00Z");
    private final AtomicReference<Reply> reply = new AtomicReference<>(session("1", "2026-10-01T13:00:00Z"));
    private final RecordingAws metadata = RecordingAws.answering(request -> reply.get());

    @AfterEach
    void close() {
        metadata.close();
    }

    private static Reply session(String name, String end) {
        return Reply.json("{\"AccessKeyId\":\"ASIA" + name + "\",\"SecretAccessKey\":\"secret-" + name
                + "\",\"Token\":\"token-" + name + "\",\"Expiration\":\"" + end + "\"}");
    }

    private ContainerRole role(Map<String, String> more) {
        Map<String, String> build = new HashMap<>(more);
        build.put(FULL, metadata.endpoint() + "/v1/credentials?id=7");
        return ContainerRole.of(new BuildEnvironment(build), clock).orElseThrow();
    }

    private EngineException failure(Map<String, String> more) {
        return catchThrowableOfType(EngineException.class, () -> role(more).resolveCredentials());
    }

    // --- containers

    @Test
    void asksWhereTheBuildsEnvironmentSays() {
        assertThat(role(Map.of()).resolveCredentials())
                .isEqualTo(AwsSessionCredentials.builder()
                        .accessKeyId("ASIA1")
                        .secretAccessKey("secret-1")
                        .sessionToken("token-1")
                        .build());
        assertThat(metadata.last().uri()).hasToString("/v1/credentials?id=7");
        assertThat(metadata.last().header("Authorization")).isEmpty();
    }

    @Test
    void asksWithoutTheProxyThatTheAgentWasStartedWith() {
        Map<String, String> proxy =
                Map.of("http.proxyHost", "127.0.0.1", "http.proxyPort", "1", "http.nonProxyHosts", "");
        proxy.forEach(System::setProperty);
        try {
            assertThat(role(Map.of()).resolveCredentials().accessKeyId()).isEqualTo("ASIA1");
        } finally {
            proxy.keySet().forEach(System::clearProperty);
        }
    }

    @Test
    void showsTheTokenOfTheBuild() {
        role(Map.of("AWS_CONTAINER_AUTHORIZATION_TOKEN", "let-me-in")).resolveCredentials();
        assertThat(metadata.last().header("Authorization")).hasValue("let-me-in");
    }

    @Test
    void readsTheTokenFileAnewForEachSession(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("token"), "first\n");
        ContainerRole role = role(Map.of("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", file.toString()));
        role.resolveCredentials();
        Files.writeString(file, "second\n");
        clock.advance(Duration.ofHours(1));
        reply.set(session("2", "2026-10-01T14:00:00Z"));
        role.resolveCredentials();
        assertThat(metadata.requests())
                .extracting(request -> request.header("Authorization"))
                .containsExactly(Optional.of("first"), Optional.of("second"));
    }

    @Test
    void asksOnceForASession() {
        ContainerRole role = role(Map.of());
        role.resolveCredentials();
        clock.advance(Duration.ofMinutes(54));
        role.resolveCredentials();
        assertThat(metadata.requests()).hasSize(1);
    }

    @Test
    void renewsTheSessionBeforeItEnds() {
        ContainerRole role = role(Map.of());
        role.resolveCredentials();
        clock.advance(Duration.ofMinutes(56));
        reply.set(session("2", "2026-10-01T14:00:00Z"));
        assertThat(role.resolveCredentials().accessKeyId()).isEqualTo("ASIA2");
    }

    @Test
    void goesOnWithTheSessionThatStillLivesWhenItCannotBeRenewed() {
        ContainerRole role = role(Map.of());
        role.resolveCredentials();
        clock.advance(Duration.ofMinutes(56));
        reply.set(new Reply(500, "text/plain", "no"));
        assertThat(role.resolveCredentials().accessKeyId()).isEqualTo("ASIA1");
    }

    @Test
    void tellsTheStatusOfARefusal() {
        reply.set(new Reply(403, "text/plain", "no"));
        EngineException failure = failure(Map.of());
        assertThat(failure.kind()).isEqualTo(FailureKind.CREDENTIALS);
        assertThat(failure)
                .hasMessageContainingAll("HTTP status 403", metadata.endpoint().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"SecretAccessKey\":\"s3cr3t\"}", "<html>s3cr3t", "{\"Code\":\"s3cr3t\"", "\"s3cr3t\""})
    void saysThatAnAnswerIsNoneWithoutShowingIt(String body) {
        reply.set(Reply.json(body));
        assertThat(failure(Map.of()))
                .hasMessageContaining(metadata.endpoint().toString())
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void namesTheTokenFileThatIsMissing() {
        assertThat(failure(Map.of("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "/nowhere/token")))
                .hasMessageContainingAll("/nowhere/token", "env.AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"://example.org/", "://127.0.0.1.example.org/", "://169.254.169.254/"})
    void doesNotSendATokenToAStrangerWithoutTls(String stranger) {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> ContainerRole.of(new BuildEnvironment(Map.of(FULL, "http" + stranger)), clock))
                .withMessageContainingAll("env." + FULL, stranger);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://169.254.170.2/", "http://169.254.170.23/", "http://[::1]:80/", "https://example.org/"})
    void trustsTheMachineItselfAndTls(String address) {
        assertThat(ContainerRole.of(new BuildEnvironment(Map.of(FULL, address)), clock))
                .isPresent();
    }

    @Test
    void asksEcsForARelativeAddress() {
        assertThat(ContainerRole.of(
                        new BuildEnvironment(Map.of("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/credentials/7")),
                        clock))
                .hasValueSatisfying(
                        role -> assertThat(role).hasToString("ContainerRole[http://169.254.170.2/v2/credentials/7]"));
    }

    @Test
    void leavesAContainersRoleOnWhenTheInstancesIsOff() {
        Map<String, String> build = Map.of(FULL, metadata.endpoint() + "/", "AWS_EC2_METADATA_DISABLED", "true");
        assertThat(Machine.of(new BuildEnvironment(build), clock).credentials())
                .hasValueSatisfying(found -> assertThat(found.origin()).isEqualTo("role of the agent's container"));
    }

    // --- instances

    @Test
    void asksTheInstanceAtTheAddressThatTheBuildNames() {
        try (RecordingAws instance = RecordingAws.answering(MachineRoleWireTest::instance)) {
            Machine machine = Machine.of(
                    new BuildEnvironment(Map.of(
                            "AWS_EC2_METADATA_SERVICE_ENDPOINT",
                            instance.endpoint().toString())),
                    clock);
            assertThat(machine.credentials()).hasValueSatisfying(found -> {
                assertThat(found.origin()).isEqualTo("role of the agent's EC2 instance");
                assertThat(found.provider().resolveCredentials().accessKeyId()).isEqualTo("ASIAinstance");
            });
        }
    }

    private static Reply instance(RecordingAws.Seen request) {
        String path = request.uri().getPath();
        if (path.endsWith("/token")) {
            return new Reply(200, "text/plain", "imds-token");
        }
        if (path.contains("extended")) {
            return new Reply(404, "text/plain", "");
        }
        return path.endsWith("/security-credentials/")
                ? new Reply(200, "text/plain", "web")
                : Reply.json(session("instance", "2099-01-01T00:00:00Z")
                        .body()
                        .replaceFirst("\\{", "{\"Code\":\"Success\","));
    }

    @Test
    void findsNothingWhereNoInstanceAnswers() {
        reply.set(new Reply(404, "text/plain", ""));
        Machine machine = Machine.of(
                new BuildEnvironment(Map.of(
                        "AWS_EC2_METADATA_SERVICE_ENDPOINT", metadata.endpoint().toString())),
                clock);
        assertThat(machine.credentials()).isEmpty();
    }

    @Test
    void asksNobodyWhenTheBuildSwitchedTheInstanceOff() {
        Machine machine = Machine.of(
                new BuildEnvironment(Map.of(
                        "AWS_EC2_METADATA_SERVICE_ENDPOINT",
                        metadata.endpoint().toString(),
                        "AWS_EC2_METADATA_DISABLED",
                        "TRUE")),
                clock);
        assertThat(machine.credentials()).isEmpty();
        assertThat(metadata.requests()).isEmpty();
    }
}
