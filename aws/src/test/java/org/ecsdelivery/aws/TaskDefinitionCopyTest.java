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
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

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

    private static final TaskDefinition FULL = full();

    private static TaskDefinition full() {
        TaskDefinition filled = FilledIn.of(TaskDefinition.builder()).build();
        ContainerDefinition some = filled.containerDefinitions().get(0);
        return filled.toBuilder()
                .containerDefinitions(
                        some.toBuilder().name(APP.value()).build(),
                        some.toBuilder().name("proxy").build())
                .build();
    }

    static Stream<String> fieldsThatBelongToTheUser() {
        return FULL.sdkFields().stream().map(SdkField::locationName).filter(name -> !OUTPUT_ONLY.contains(name));
    }

    private static Map<String, Object> values(SdkPojo model) {
        Map<String, Object> values = new LinkedHashMap<>();
        model.sdkFields().forEach(field -> values.put(field.locationName(), field.getValueOrDefault(model)));
        return values;
    }

    private static RegisterTaskDefinitionRequest copied() {
        return new TaskDefinitionCopy(FULL, List.of()).with(APP, IMAGE, RevisionChanges.NONE, Map.of());
    }

    @ParameterizedTest
    @MethodSource("fieldsThatBelongToTheUser")
    void keepsEveryFieldOfTheUser(String field) {
        Object expected = field.equals("containerDefinitions")
                ? List.of(
                        FULL.containerDefinitions().get(0).toBuilder()
                                .image(IMAGE.toString())
                                .build(),
                        FULL.containerDefinitions().get(1))
                : values(FULL).get(field);
        assertThat(values(copied())).containsEntry(field, expected);
    }

    @Test
    void knowsWhichFieldsOnlyEcsSets() {
        Set<String> sendable =
                values(RegisterTaskDefinitionRequest.builder().build()).keySet();
        assertThat(values(FULL).keySet())
                .as("a field that is neither sent nor known to be ECS's own would be lost in silence")
                .filteredOn(field -> !sendable.contains(field))
                .containsExactlyInAnyOrderElementsOf(OUTPUT_ONLY);
    }

    @Test
    void changesOnlyWhatIsNamedOfTheNamedContainer() {
        RevisionChanges changes = new RevisionChanges(
                Map.of("A", "1"),
                Map.of(),
                Set.of(),
                false,
                List.of("serve"),
                Optional.of("512"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        RegisterTaskDefinitionRequest next =
                new TaskDefinitionCopy(FULL, List.of()).with(APP, IMAGE, changes, Map.of());
        ContainerDefinition before = FULL.containerDefinitions().get(0);
        ContainerDefinition after = next.containerDefinitions().get(0);
        assertThat(after.toBuilder()
                        .image(before.image())
                        .command(before.command())
                        .environment(before.environment())
                        .build())
                .isEqualTo(before);
        assertThat(after.command()).containsExactly("serve");
        assertThat(ContainerCopy.variables(after).plain()).containsEntry("A", "1");
        assertThat(next.cpu()).isEqualTo("512");
        assertThat(next.memory()).isEqualTo(FULL.memory());
        assertThat(next.containerDefinitions().get(1))
                .isEqualTo(FULL.containerDefinitions().get(1));
    }

    private static RegisterTaskDefinitionRequest wanted(RevisionChanges changes) {
        return new TaskDefinitionCopy(FULL, List.of()).with(APP, IMAGE, changes, Map.of("build", "7"));
    }

    private static TaskDefinition registered(RegisterTaskDefinitionRequest request) {
        return FULL.toBuilder()
                .status(TaskDefinitionStatus.ACTIVE)
                .containerDefinitions(request.containerDefinitions())
                .build();
    }

    private static TaskDefinition reversed(TaskDefinition revision) {
        return revision.toBuilder()
                .containerDefinitions(revision.containerDefinitions().stream()
                        .map(each -> {
                            List<KeyValuePair> environment = new ArrayList<>(each.environment());
                            Collections.reverse(environment);
                            return each.toBuilder().environment(environment).build();
                        })
                        .toList())
                .build();
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

    @Test
    void knowsARevisionThatIsEqualButForTagsAndTheOrderOfVariables() {
        RegisterTaskDefinitionRequest wanted = wanted(variables(Map.of("A", "1", "B", "2")));
        assertThat(TaskDefinitionCopy.isEqual(reversed(registered(wanted)), wanted))
                .isTrue();
    }

    @Test
    void takesNoRevisionForEqualThatDiffersInAVariable() {
        assertThat(TaskDefinitionCopy.isEqual(
                        registered(wanted(variables(Map.of("A", "1")))), wanted(variables(Map.of("A", "2")))))
                .isFalse();
    }

    @Test
    void usesNoRevisionAgainThatWasDeregistered() {
        RegisterTaskDefinitionRequest wanted = wanted(RevisionChanges.NONE);
        TaskDefinition gone = registered(wanted).toBuilder()
                .status(TaskDefinitionStatus.INACTIVE)
                .build();
        assertThat(TaskDefinitionCopy.isEqual(gone, wanted)).isFalse();
    }

    @Test
    void sendsNothingThatTheBaseLeavesOut() {
        TaskDefinition bare = TaskDefinition.builder()
                .family("web")
                .containerDefinitions(container -> container.name("app"))
                .build();
        assertThat(new TaskDefinitionCopy(bare, List.of()).with(APP, IMAGE, RevisionChanges.NONE, Map.of()))
                .isEqualTo(RegisterTaskDefinitionRequest.builder()
                        .family("web")
                        .containerDefinitions(container -> container.name("app").image(IMAGE.toString()))
                        .tags(List.of())
                        .build());
    }

    @Test
    void namesTheContainersThereAreWhenTheWantedOneIsMissing() {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> new TaskDefinitionCopy(FULL, List.of())
                        .with(new ContainerName("ghost"), IMAGE, RevisionChanges.NONE, Map.of()))
                .withMessageContainingAll("ghost", "app, proxy", "deploy.container")
                .extracting(EngineException::kind)
                .isEqualTo(FailureKind.CONTAINER_NOT_FOUND);
    }

    // --- tags

    private static Map<String, String> tags(List<Tag> base, Map<String, String> added) {
        return new TaskDefinitionCopy(FULL, base)
                .with(APP, IMAGE, RevisionChanges.NONE, added).tags().stream()
                        .collect(Collectors.toMap(Tag::key, Tag::value));
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
