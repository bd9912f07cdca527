package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ImageReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionField;

/** The way of a task definition to ECS, back, and to ECS again. */
class RegisterEverythingWireTest {
    private final ClientsOfLocalAws sandbox = new ClientsOfLocalAws();
    private final EcsClient user = EcsClient.builder()
            .endpointOverride(sandbox.aws.endpoint())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClient(UrlConnectionHttpClient.create())
            .build();

    @AfterEach
    void close() {
        user.close();
        sandbox.close();
    }

    private DescribeTaskDefinitionResponse described(String arn) {
        return user.describeTaskDefinition(
                request -> request.taskDefinition(arn).include(TaskDefinitionField.TAGS));
    }

    /** What is left of a revision when the fields are blanked that tell it from the one before. */
    private static TaskDefinition comparable(TaskDefinition revision, String image) {
        return revision.toBuilder()
                .taskDefinitionArn("")
                .revision(0)
                .registeredAt(null)
                .containerDefinitions(revision.containerDefinitions().stream()
                        .map(container -> container.name().equals("app")
                                ? container.toBuilder().image(image).build()
                                : container)
                        .toList())
                .build();
    }

    @Test
    void registersADefinitionWithEveryFieldAgainAndChangesTheImageOnly() {
        RegisterTaskDefinitionRequest filled =
                FilledIn.of(RegisterTaskDefinitionRequest.builder()).build();
        String base = user.registerTaskDefinition(filled.toBuilder()
                        .containerDefinitions(
                                filled.containerDefinitions().get(0).toBuilder()
                                        .name("app")
                                        .build(),
                                filled.containerDefinitions().get(1).toBuilder()
                                        .name("proxy")
                                        .build())
                        .tags(Tag.builder().key("team").value("shop").build())
                        .build())
                .taskDefinition()
                .taskDefinitionArn();

        String next = sandbox.clients
                .ecs()
                .register(
                        base,
                        new ContainerName("app"),
                        ImageReference.parse("example.org/web:2"),
                        RevisionChanges.NONE,
                        Map.of("b", "7"));

        TaskDefinition after = described(next).taskDefinition();
        assertThat(comparable(after, "")).isEqualTo(comparable(described(base).taskDefinition(), ""));
        assertThat(after.containerDefinitions())
                .extracting(container -> container.image())
                .isEqualTo(List.of(
                        "example.org/web:2",
                        filled.containerDefinitions().get(1).image()));
        assertThat(described(next).tags())
                .containsExactlyInAnyOrder(
                        Tag.builder().key("team").value("shop").build(),
                        Tag.builder().key("b").value("7").build());
    }

    @Test
    void registersASmallDefinitionWithoutAddingToIt() {
        String base = user.registerTaskDefinition(request -> request.family("web")
                        .containerDefinitions(container -> container.name("app").image("example.org/web:1")))
                .taskDefinition()
                .taskDefinitionArn();
        String next = sandbox.clients
                .ecs()
                .register(
                        base,
                        new ContainerName("app"),
                        ImageReference.parse("example.org/web:2"),
                        RevisionChanges.NONE,
                        Map.of());
        assertThat(comparable(described(next).taskDefinition(), ""))
                .isEqualTo(comparable(described(base).taskDefinition(), ""));
    }
}
