package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.DefinitionFile;
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

    // --- what the SDK does not know

    private static final ObjectMapper JSON = new ObjectMapper();

    private String ofTheFuture() throws JsonProcessingException {
        return sandbox.aws.ecs().taskDefinition((ObjectNode) JSON.readTree("""
                {"family": "web", "quantumPlacement": {"qubits": 2, "names": ["é", "x"]},
                 "containerDefinitions": [
                   {"name": "app", "image": "example.org/web:1", "futureMode": {"on": true}, "environment": [
                     {"name": "A", "value": "1", "futureScope": "all"}]},
                   {"name": "proxy", "image": "example.org/proxy:1", "futureMode": "off"}]}"""));
    }

    private Optional<String> equal(String base, String tag) {
        return sandbox.clients
                .ecs()
                .equalRevision(
                        base,
                        new ContainerName("app"),
                        ImageReference.parse("example.org/web:" + tag),
                        RevisionChanges.NONE);
    }

    private String next(String base) {
        return sandbox.clients
                .ecs()
                .register(
                        base,
                        new ContainerName("app"),
                        ImageReference.parse("example.org/web:2"),
                        RevisionChanges.NONE,
                        Map.of("b", "7"));
    }

    /** The revision as ECS tells it, by a client that is not the SDK. */
    private JsonNode told(String arn) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(sandbox.aws.endpoint())
                .header("X-Amz-Target", "AmazonEC2ContainerServiceV20141113.DescribeTaskDefinition")
                .header("Content-Type", "application/x-amz-json-1.1")
                .POST(HttpRequest.BodyPublishers.ofString("{\"taskDefinition\":\"" + arn + "\"}"))
                .build();
        return JSON.readTree(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .body())
                .path("taskDefinition");
    }

    @Test
    void registersFieldsAgainThatTheSdkDoesNotKnow() throws Exception {
        String base = ofTheFuture();
        JsonNode before = told(base);
        JsonNode after = told(next(base));
        assertThat(after.path("quantumPlacement")).isEqualTo(before.path("quantumPlacement"));
        ObjectNode app = (ObjectNode) before.path("containerDefinitions").path(0);
        assertThat(after.path("containerDefinitions").path(0)).isEqualTo(app.put("image", "example.org/web:2"));
        assertThat(after.path("containerDefinitions").path(1))
                .isEqualTo(before.path("containerDefinitions").path(1));
    }

    @Test
    void usesNoRevisionAgainThatDiffersInAFieldTheSdkDoesNotKnow() throws Exception {
        String base = ofTheFuture();
        assertThat(equal(base, "1")).contains(base);
        String next = next(base);
        assertThat(equal(base, "2")).contains(next);
        ObjectNode other = (ObjectNode) told(next);
        other.putObject("quantumPlacement").put("qubits", 3);
        sandbox.aws.ecs().taskDefinition(other);
        assertThat(equal(base, "2")).isEmpty();
    }

    // --- files

    private static RevisionChanges file(String text) {
        return RevisionChanges.NONE.from(
                DefinitionFile.at("deploy/web.json", Map.of()).holding(text));
    }

    private static final String FILE = """
            {"family": "%s", "quantumPlacement": {"qubits": 2},
             "containerDefinitions": [{"name": "app", "image": "to be set", "stopTimeout": 90}]}""";

    private String fromFile(String base, RevisionChanges changes) {
        return sandbox.clients
                .ecs()
                .register(
                        base,
                        new ContainerName("app"),
                        ImageReference.parse("example.org/web:2"),
                        changes,
                        Map.of("b", "7"));
    }

    private Optional<String> equalToFile(String base, RevisionChanges changes) {
        return sandbox.clients
                .ecs()
                .equalRevision(base, new ContainerName("app"), ImageReference.parse("example.org/web:2"), changes);
    }

    @Test
    void registersAFileAndFindsItAgainAlthoughEcsAddsToIt() throws Exception {
        String base = ofTheFuture();
        RevisionChanges changes = file(FILE.formatted("web"));
        assertThat(equalToFile(base, changes)).isEmpty();
        String next = fromFile(base, changes);
        assertThat(told(next).path("containerDefinitions").path(0).path("image").asText())
                .isEqualTo("example.org/web:2");
        assertThat(told(next)
                        .path("containerDefinitions")
                        .path(0)
                        .path("stopTimeout")
                        .asInt())
                .isEqualTo(90);
        assertThat(told(next).path("quantumPlacement").path("qubits").asInt()).isEqualTo(2);
        assertThat(told(next).path("containerDefinitions")).hasSize(1);
        assertThat(equalToFile(base, changes)).contains(next);
        assertThat(equalToFile(base, file(FILE.formatted("web").replace("90", "91"))))
                .isEmpty();
    }

    @Test
    void registersTheFirstRevisionOfAFamilyThatAFileNames() throws Exception {
        String base = ofTheFuture();
        RevisionChanges changes = file(FILE.formatted("shop"));
        assertThat(equalToFile(base, changes)).isEmpty();
        assertThat(fromFile(base, changes)).endsWith("task-definition/shop:1");
    }

    @Test
    void usesTheRevisionOfAFileNoMoreOnceItWasDeregistered() throws Exception {
        String base = ofTheFuture();
        RevisionChanges changes = file(FILE.formatted("web"));
        String next = fromFile(base, changes);
        user.deregisterTaskDefinition(request -> request.taskDefinition(next));
        assertThat(equalToFile(next, changes)).isEmpty();
    }
}
