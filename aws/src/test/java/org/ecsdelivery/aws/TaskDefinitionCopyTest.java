package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecsdelivery.aws.call.RawObject;
import org.ecsdelivery.aws.call.RawText;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.Tag;

class TaskDefinitionCopyTest {
    private static final ImageReference IMAGE = ImageReference.parse("registry.example.org/web:2");
    private static final ContainerName APP = new ContainerName("app");

    /** What ECS adds by itself and takes from nobody (ECS API reference, TaskDefinition). */
    private static final Set<String> OUTPUT_ONLY = Set.of(
            "taskDefinitionArn",
            "revision",
            "status",
            "requiresAttributes",
            "compatibilities",
            "registeredAt",
            "deregisteredAt",
            "registeredBy");

    private static final String FULL = """
            {"taskDefinitionArn":"arn:aws:ecs:eu-central-1:123456789012:task-definition/web:1","family":"web","revision":1,
             "status":"ACTIVE","registeredAt":1.790856E9,"registeredBy":"arn:aws:iam::123456789012:user/ann",
             "requiresAttributes":[],"compatibilities":["EC2"],"cpu":"256","memory":"512",
             "quantumPlacement": {"qubits" : 1.50, "names":["\\u00e9","x"], "none":null},
             "containerDefinitions":[
               {"name":"app","image":"example.org/web:1","cpu":0,"futureMode":{"on" :true},"command":["run"],
                "environment":[{"name":"A","value":"0","futureScope":"all"},{"name":"B","value":"b"}]},
               {"image":"example.org/proxy:1" , "name":"proxy","big":123456789012345678901234567890.10}]}""";

    private static RawObject full() {
        return RawObject.parse(FULL);
    }

    private static RawObject copied(RevisionChanges changes) {
        return new TaskDefinitionCopy(full(), List.of()).with(APP, IMAGE, changes, Map.of("build", "7"));
    }

    private static RawObject app(RawObject definition) {
        return definition.objects("containerDefinitions").get(0);
    }

    @Test
    void keepsWhatNobodyKnowsByteForByte() {
        RawObject next = copied(RevisionChanges.NONE);
        assertThat(next.members())
                .containsEntry("quantumPlacement", "{\"qubits\" : 1.50, \"names\":[\"\\u00e9\",\"x\"], \"none\":null}");
        assertThat(app(next).members()).containsEntry("futureMode", "{\"on\" :true}");
        assertThat(next.list("containerDefinitions").get(1))
                .isEqualTo(
                        "{\"image\":\"example.org/proxy:1\" , \"name\":\"proxy\",\"big\":123456789012345678901234567890.10}");
    }

    @Test
    void changesOnlyTheImage() {
        assertThat(app(copied(RevisionChanges.NONE)))
                .isEqualTo(app(full()).with("image", RawText.of(IMAGE.toString())));
    }

    @Test
    void sendsNothingThatOnlyEcsSets() {
        assertThat(copied(RevisionChanges.NONE).members()).doesNotContainKeys(OUTPUT_ONLY.toArray(String[]::new));
    }

    @Test
    void knowsWhichFieldsOnlyEcsSets() {
        assertThat(TaskDefinitionCopy.setByEcs())
                .as("a field that is not sent and not known to be ECS's own would be lost in silence")
                .containsExactlyInAnyOrderElementsOf(OUTPUT_ONLY);
    }

    @Test
    void changesOnlyWhatIsNamedOfTheNamedContainer() {
        RevisionChanges changes = new RevisionChanges(
                Map.of("A", "1"),
                Map.of("C", "arn:aws:ssm:eu-central-1:123456789012:parameter/c"),
                Set.of("B"),
                false,
                List.of("serve", "\"all\""),
                Optional.of("512"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        RawObject next = copied(changes);
        assertThat(app(next))
                .isEqualTo(
                        app(full())
                                .with("image", RawText.of(IMAGE.toString()))
                                .with("command", "[\"serve\",\"\\\"all\\\"\"]")
                                .with("environment", "[{\"name\":\"A\",\"value\":\"1\",\"futureScope\":\"all\"}]")
                                .with(
                                        "secrets",
                                        "[{\"name\":\"C\",\"valueFrom\":\"arn:aws:ssm:eu-central-1:123456789012:parameter/c\"}]"));
        assertThat(next.text("cpu")).isEqualTo("512");
        assertThat(next.text("memory")).isEqualTo("512");
    }

    private static RevisionChanges variables(Map<String, String> environment) {
        return new RevisionChanges(
                environment,
                Map.of(),
                Set.of(),
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static RawObject registered(RawObject request) {
        return request.with("status", "\"ACTIVE\"").with("revision", "2").with("registeredAt", "1.8E9");
    }

    private static RawObject reversed(RawObject definition) {
        Map<String, String> members = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(definition.members().keySet());
        Collections.reverse(names);
        names.forEach(name -> members.put(name, definition.members().get(name)));
        List<String> environment = new ArrayList<>(app(definition).list("environment"));
        Collections.reverse(environment);
        members.put(
                "containerDefinitions",
                RawText.list(List.of(
                        app(definition)
                                .with("environment", RawText.list(environment))
                                .json(),
                        definition.list("containerDefinitions").get(1))));
        return new RawObject(members);
    }

    @Test
    void knowsARevisionThatIsEqualButForTagsAndTheOrderOfVariables() {
        RawObject wanted = copied(variables(Map.of("A", "1", "C", "2")));
        assertThat(TaskDefinitionCopy.isEqual(registered(reversed(wanted)).without(Set.of("tags")), wanted))
                .isTrue();
    }

    @Test
    void takesNoRevisionForEqualThatDiffersInAVariable() {
        assertThat(TaskDefinitionCopy.isEqual(
                        registered(copied(variables(Map.of("A", "1")))), copied(variables(Map.of("A", "2")))))
                .isFalse();
    }

    @Test
    void takesNoRevisionForEqualThatDiffersInAFieldNobodyKnows() {
        RawObject wanted = copied(RevisionChanges.NONE);
        assertThat(TaskDefinitionCopy.isEqual(registered(wanted.with("quantumPlacement", "{\"qubits\":2}")), wanted))
                .isFalse();
        assertThat(TaskDefinitionCopy.isEqual(registered(wanted.without(Set.of("quantumPlacement"))), wanted))
                .isFalse();
    }

    @Test
    void takesARevisionForEqualThatEcsTellsWithoutItsEmptyLists() {
        RawObject wanted = RawObject.parse(
                "{\"family\":\"web\",\"containerDefinitions\":[{\"name\":\"app\",\"environment\":[],\"secrets\":[]}]}");
        assertThat(TaskDefinitionCopy.isEqual(
                        registered(wanted.with("containerDefinitions", "[{\"name\":\"app\"}]")), wanted))
                .isTrue();
    }

    @Test
    void usesNoRevisionAgainThatWasDeregistered() {
        RawObject wanted = copied(RevisionChanges.NONE);
        assertThat(TaskDefinitionCopy.isEqual(registered(wanted).with("status", "\"INACTIVE\""), wanted))
                .isFalse();
    }

    @Test
    void sendsNothingThatTheBaseLeavesOut() {
        RawObject bare = RawObject.parse("{\"family\":\"web\",\"containerDefinitions\":[{\"name\":\"app\"}]}");
        assertThat(new TaskDefinitionCopy(bare, List.of())
                        .with(APP, IMAGE, RevisionChanges.NONE, Map.of())
                        .json())
                .isEqualTo("{\"family\":\"web\",\"containerDefinitions\":[{\"name\":\"app\",\"image\":\"" + IMAGE
                        + "\"}]}");
    }

    @Test
    void namesTheContainersThereAreWhenTheWantedOneIsMissing() {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> new TaskDefinitionCopy(full(), List.of())
                        .with(new ContainerName("ghost"), IMAGE, RevisionChanges.NONE, Map.of()))
                .withMessageContainingAll("ghost", "app, proxy", "deploy.container")
                .extracting(EngineException::kind)
                .isEqualTo(FailureKind.CONTAINER_NOT_FOUND);
    }

    // --- tags

    private static Map<String, String> tags(List<Tag> base, Map<String, String> added) {
        return new TaskDefinitionCopy(full(), base)
                .with(APP, IMAGE, RevisionChanges.NONE, added).objects("tags").stream()
                        .collect(Collectors.toMap(each -> each.text("key"), each -> each.text("value")));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @Test
    void addsTagsToThoseOfTheBase() {
        assertThat(tags(List.of(tag("team", "shop")), Map.of("build", "7")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("team", "shop", "build", "7"));
    }

    @Test
    void replacesATagOfTheBase() {
        assertThat(tags(List.of(tag("build", "6")), Map.of("build", "7"))).containsExactly(Map.entry("build", "7"));
    }

    @Test
    void keepsATagWithoutAValue() {
        assertThat(tags(List.of(Tag.builder().key("flag").build()), Map.of())).containsExactly(Map.entry("flag", ""));
    }

    @Test
    void leavesOutTagsThatOnlyAwsMaySet() {
        assertThat(tags(List.of(tag("aws:cloudformation:stack-name", "shop")), Map.of()))
                .isEmpty();
    }

    @Test
    void keepsAllTagsOfTheBaseWhenThereIsNoRoomForMore() {
        Map<String, String> fifty = IntStream.range(0, 50)
                .mapToObj(each -> "tag-" + each)
                .collect(Collectors.toMap(Function.identity(), Function.identity()));
        List<Tag> base = fifty.keySet().stream().map(key -> tag(key, key)).toList();
        assertThat(tags(base, Map.of("build", "7", "tag-0", "new")))
                .hasSize(50)
                .doesNotContainKey("build")
                .containsEntry("tag-0", "new");
    }
}
