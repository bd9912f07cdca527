package org.ecsdelivery.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecsdelivery.sandbox.aws.LocalAwsWithClients.CLUSTER;
import static org.ecsdelivery.sandbox.aws.LocalAwsWithClients.SERVICE;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.EnvironmentFileType;
import software.amazon.awssdk.services.ecs.model.Task;

/** What containers get when their task starts. */
class InjectedVariablesWireTest {
    private final LocalAwsWithClients sandbox = new LocalAwsWithClients();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void readsSecretsWhenTheTaskStarts() {
        String parameter = sandbox.aws.parameters().secure("/shop/token", " t ");
        sandbox.aws.secrets().put("shop/db", "{\"password\": \"old\"}");
        String secret = sandbox.aws.secrets().put("shop/db", "{\"password\": \"new\", \"port\": 5432}");

        assertThat(started(container -> container.secrets(
                        each -> each.name("TOKEN").valueFrom(parameter),
                        each -> each.name("BY_NAME").valueFrom("/shop/token"),
                        each -> each.name("WHOLE").valueFrom(secret),
                        each -> each.name("PASSWORD").valueFrom(secret + ":password::"),
                        each -> each.name("FORMER").valueFrom(secret + ":password:AWSPREVIOUS:"),
                        each -> each.name("PORT").valueFrom(secret + ":port::"))))
                .isEqualTo(Map.of(
                        "TOKEN", " t ",
                        "BY_NAME", " t ",
                        "WHOLE", "{\"password\": \"new\", \"port\": 5432}",
                        "PASSWORD", "new",
                        "FORMER", "old",
                        "PORT", "5432"));
    }

    @Test
    void readsAnEnvFileAsTheAgentOfEcsDoes() {
        sandbox.aws
                .buckets()
                .put("files", "web.env", "A=\"quoted\" # no comment\r\n# a comment\nB= b =c \n\nnothing\nC=file\n");

        assertThat(started(container -> container
                        .environmentFiles(
                                each -> each.type(EnvironmentFileType.S3).value("arn:aws:s3:::files/web.env"))
                        .environment(each -> each.name("C").value("definition"))))
                .isEqualTo(Map.of("A", "\"quoted\" # no comment", "B", " b =c ", "C", "definition"));
    }

    @Test
    void failsATaskWhoseEnvFileIsNotThere() {
        assertThat(failed(container -> container.environmentFiles(
                        each -> each.type(EnvironmentFileType.S3).value("arn:aws:s3:::files/web.env"))))
                .startsWith("ResourceInitializationError: failed to download env files: ")
                .contains("NoSuchKey");
    }

    @Test
    void failsATaskWhoseEnvFileHasALineThatIsTooLong() {
        sandbox.aws.buckets().put("files", "web.env", "A=" + "x".repeat(64 * 1024 - 2) + "\n");

        assertThat(failed(container -> container.environmentFiles(
                        each -> each.type(EnvironmentFileType.S3).value("arn:aws:s3:::files/web.env"))))
                .startsWith("ResourceInitializationError: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:ssm:eu-central-1:123456789012:parameter/none",
                "/none",
                "arn:aws:secretsmanager:eu-central-1:123456789012:secret:none-AbCdEf"
            })
    void failsATaskWhoseSecretIsNotThere(String valueFrom) {
        assertThat(failed(container -> container.secrets(each -> each.name("A").valueFrom(valueFrom))))
                .startsWith("ResourceInitializationError: unable to pull secrets or registry auth: ")
                .contains("none");
    }

    @Test
    void failsATaskWhoseSecretHasNoSuchKeyWithoutTellingTheSecret() {
        String secret = sandbox.aws.secrets().put("shop/db", "{\"password\": \"hunter2\"}");

        assertThat(failed(container -> container.secrets(each -> each.name("A").valueFrom(secret + ":user::"))))
                .contains("did not contain json key user")
                .doesNotContain("hunter2");
    }

    private Map<String, String> started(Consumer<ContainerDefinition.Builder> container) {
        deploy(container);
        Task task = sandbox.tasks(DesiredStatus.RUNNING).stream()
                .filter(each -> each.taskDefinitionArn().endsWith(":2"))
                .findFirst()
                .orElseThrow();
        return sandbox.aws.ecs().environment(CLUSTER, task.taskArn(), "app");
    }

    private String failed(Consumer<ContainerDefinition.Builder> container) {
        deploy(container);
        return sandbox.tasks(DesiredStatus.STOPPED).get(0).stoppedReason();
    }

    private void deploy(Consumer<ContainerDefinition.Builder> change) {
        sandbox.seed().running(1).create();
        ContainerDefinition.Builder container = ContainerDefinition.builder()
                .name("app")
                .image("example.org/app:2")
                .portMappings(port -> port.containerPort(8080));
        change.accept(container);
        String arn = sandbox.ecs
                .registerTaskDefinition(request ->
                        request.family(SERVICE).networkMode("awsvpc").containerDefinitions(container.build()))
                .taskDefinition()
                .taskDefinitionArn();
        sandbox.update(request -> request.taskDefinition(arn));
        sandbox.pass(Duration.ofMinutes(1));
    }
}
