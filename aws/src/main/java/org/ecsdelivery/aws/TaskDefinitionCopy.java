package org.ecsdelivery.aws;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecsdelivery.aws.call.RawObject;
import org.ecsdelivery.aws.call.RawText;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.settings.RevisionTags;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.ecs.BuildTags;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/**
 * Makes the next revision out of the current one. What is not changed is taken over as ECS wrote it, fields included that
 * neither we nor the SDK know: lists of known fields have lost settings of users whenever ECS grew a new one.
 */
record TaskDefinitionCopy(RawObject base, List<Tag> baseTags) {
    /** The most tags that a task definition takes (ECS API reference, RegisterTaskDefinition). */
    private static final int MOST_TAGS = RevisionTags.MOST;

    /** Tags that AWS sets itself (CloudFormation's, for example) and takes from nobody else. */
    private static final String RESERVED = "aws:";

    private static final String CONTAINERS = "containerDefinitions";
    private static final String TAGS = "tags";

    /** What the API answers and does not ask for: ECS sets it itself. */
    static Set<String> setByEcs() {
        Set<String> sendable =
                RegisterTaskDefinitionRequest.builder().sdkFieldNameToField().keySet();
        return TaskDefinition.builder().sdkFieldNameToField().keySet().stream()
                .filter(name -> !sendable.contains(name))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Makes the body of the request.
     *
     * @param changes what else differs
     * @param added tags of the build that join those of the base and of the changes and replace equal keys; those beyond the 50th are left out, so that
     *     none of the base is lost
     * @throws EngineException when the base has no such container
     */
    RawObject with(ContainerName container, ImageReference image, RevisionChanges changes, Map<String, String> added) {
        Map<String, String> next = new LinkedHashMap<>(base.without(setByEcs()).members());
        changes.cpu().ifPresent(cpu -> next.put("cpu", RawText.of(cpu)));
        changes.memory().ifPresent(memory -> next.put("memory", RawText.of(memory)));
        changes.taskRole().ifPresent(role -> next.put("taskRoleArn", RawText.of(role)));
        changes.executionRole().ifPresent(role -> next.put("executionRoleArn", RawText.of(role)));
        next.put(CONTAINERS, containers(container, image, changes));
        List<String> tags = tags(changes.tags(), added);
        if (!tags.isEmpty()) {
            next.put(TAGS, RawText.list(tags));
        }
        return new RawObject(next);
    }

    /** Tells whether a revision is what a request would make, tags aside, and may be used: a deregistered one may not. */
    static boolean isEqual(RawObject revision, RawObject wanted) {
        return isActive(revision) && meaning(revision.without(setByEcs())).equals(meaning(wanted));
    }

    static boolean isActive(RawObject revision) {
        return revision.text("status").equals(TaskDefinitionStatus.ACTIVE.toString());
    }

    /** Returns a digest of a request, tags aside. */
    static String digest(RawObject wanted) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(meaning(wanted).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java knows SHA-256", impossible);
        }
    }

    private static String meaning(RawObject definition) {
        return JsonMeaning.of(definition.without(Set.of(TAGS)).json());
    }

    private String containers(ContainerName name, ImageReference image, RevisionChanges changes) {
        List<String> all = base.list(CONTAINERS);
        if (all.stream().noneMatch(each -> isNamed(RawObject.parse(each), name))) {
            throw noContainer(name);
        }
        return RawText.list(
                all.stream().map(each -> container(each, name, image, changes)).toList());
    }

    private static String container(String json, ContainerName name, ImageReference image, RevisionChanges changes) {
        RawObject container = RawObject.parse(json);
        return isNamed(container, name)
                ? new ContainerCopy(container).with(image, changes).json()
                : json;
    }

    private static boolean isNamed(RawObject container, ContainerName name) {
        return name.value().equals(container.text("name"));
    }

    private EngineException noContainer(ContainerName name) {
        String names =
                base.objects(CONTAINERS).stream().map(each -> each.text("name")).collect(Collectors.joining(", "));
        return new EngineException(
                FailureKind.CONTAINER_NOT_FOUND,
                "There is no container " + name + " in " + base.text("taskDefinitionArn") + ", which has " + names,
                "",
                "Name one of them in Container (deploy.container).");
    }

    private List<String> tags(Map<String, String> wanted, Map<String, String> added) {
        Map<String, String> all = new LinkedHashMap<>();
        baseTags.stream()
                .filter(tag -> !tag.key().startsWith(RESERVED))
                // the base may be of a build too, and its tags name that one
                .filter(tag -> !tag.key().startsWith(BuildTags.PREFIX))
                .forEach(tag -> all.put(tag.key(), tag.value() == null ? "" : tag.value()));
        all.putAll(wanted);
        added.forEach((key, value) -> {
            if (all.containsKey(key) || all.size() < MOST_TAGS) {
                all.put(key, value);
            }
        });
        return all.entrySet().stream().map(TaskDefinitionCopy::tag).toList();
    }

    private static String tag(Map.Entry<String, String> tag) {
        return RawObject.EMPTY
                .with("key", RawText.of(tag.getKey()))
                .with("value", RawText.of(tag.getValue()))
                .json();
    }
}
