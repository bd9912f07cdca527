package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ecsdelivery.aws.call.RecordingAws;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent whose process has everything that the SDK could take for the build's, and all of it wrong. */
class ProcessEnvironmentWireTest {
    @TempDir
    Path files;

    private final RecordingAws trap = RecordingAws.obliging();
    private final RecordingAws aws = RecordingAws.obliging();

    @BeforeEach
    void writeProfiles() throws IOException {
        Files.writeString(
                files.resolve("credentials"),
                "[default]\naws_access_key_id=AKIDOFAGENT\naws_secret_access_key=secret-of-the-agent\n");
        Files.writeString(
                files.resolve("config"), "[default]\nregion=us-west-2\nendpoint_url=" + trap.endpoint() + "\n");
        Files.writeString(files.resolve("token"), "token-of-the-agent");
    }

    @AfterEach
    void close() {
        aws.close();
        trap.close();
    }

    private String run(String what, String address) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder agent = new ProcessBuilder(
                        java.toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileAgent.class.getName(),
                        what,
                        address)
                .redirectErrorStream(true);
        agent.environment().clear();
        agent.environment().putAll(environment());
        Process process = agent.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("AWS_ACCESS_KEY_ID", "AKIDOFAGENT"),
                Map.entry("AWS_SECRET_ACCESS_KEY", "secret-of-the-agent"),
                Map.entry("AWS_SESSION_TOKEN", "token-of-the-agent"),
                Map.entry("AWS_REGION", "us-west-2"),
                Map.entry("AWS_DEFAULT_REGION", "us-west-2"),
                Map.entry("AWS_PROFILE", "of-the-agent"),
                Map.entry("HOME", files.toString()),
                Map.entry(
                        "AWS_SHARED_CREDENTIALS_FILE",
                        files.resolve("credentials").toString()),
                Map.entry("AWS_CONFIG_FILE", files.resolve("config").toString()),
                Map.entry("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/agent"),
                Map.entry("AWS_WEB_IDENTITY_TOKEN_FILE", files.resolve("token").toString()),
                Map.entry("AWS_CONTAINER_CREDENTIALS_FULL_URI", trap.endpoint() + "/credentials"),
                Map.entry("AWS_EC2_METADATA_SERVICE_ENDPOINT", trap.endpoint().toString()),
                Map.entry("AWS_ENDPOINT_URL", trap.endpoint().toString()),
                Map.entry("AWS_ENDPOINT_URL_ECS", trap.endpoint().toString()),
                Map.entry("AWS_ENDPOINT_URL_STS", trap.endpoint().toString()),
                Map.entry("AWS_USE_FIPS_ENDPOINT", "true"),
                Map.entry("AWS_USE_DUALSTACK_ENDPOINT", "true"),
                Map.entry("AWS_MAX_ATTEMPTS", "1"),
                Map.entry("HTTP_PROXY", trap.endpoint().toString()),
                Map.entry("HTTPS_PROXY", trap.endpoint().toString()));
    }

    @Test
    void findsNoRegionInTheProcess() throws Exception {
        assertThat(run("region", ""))
                .contains("No AWS Region is known", "neither AWS_SHARED_CREDENTIALS_FILE nor HOME");
    }

    @Test
    void findsNoCredentialsInTheProcess() throws Exception {
        assertThat(run("search", aws.endpoint().toString())).contains("No AWS credentials were found");
        assertThat(aws.requests()).isEmpty();
        assertThat(trap.requests()).isEmpty();
    }

    @Test
    void signsWithTheKeysOfTheBuildAtTheAddressOfTheStep() throws Exception {
        assertThat(run("sign", aws.endpoint().toString())).isEmpty();
        assertThat(aws.requests()).singleElement().satisfies(request -> {
            assertThat(request.signer()).isEqualTo("AKIDOFBUILD");
            assertThat(request.header("Authorization"))
                    .hasValueSatisfying(header -> assertThat(header).contains("/eu-central-1/ecs/"));
            assertThat(request.header("X-Amz-Security-Token")).isEmpty();
        });
        assertThat(trap.requests()).isEmpty();
    }

    @Test
    void callsAwsAtItsOwnAddressesInTheRegionOfTheStep() throws Exception {
        try (LockedTunnel proxy = new LockedTunnel()) {
            run("addresses", proxy.address());
            assertThat(proxy.lines())
                    .filteredOn(line -> line.startsWith("CONNECT "))
                    .extracting(line -> line.split(" ")[1])
                    .containsOnly(
                            "ecs.eu-central-1.amazonaws.com:443",
                            "api.ecr.eu-central-1.amazonaws.com:443",
                            "elasticloadbalancing.eu-central-1.amazonaws.com:443",
                            "logs.eu-central-1.amazonaws.com:443",
                            "sts.eu-central-1.amazonaws.com:443");
        }
        assertThat(trap.requests()).isEmpty();
    }

    @Test
    void saysThatTheSdkStumblesOverFilesOfTheAgentsUser() throws Exception {
        Files.writeString(files.resolve("config"), "no profile file");
        assertThat(run("sign", aws.endpoint().toString()))
                .contains(
                        "The AWS SDK does not start on this agent",
                        "on line 1",
                        ".aws/config",
                        "the user that the agent runs as");
    }
}
