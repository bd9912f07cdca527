package org.ecsdelivery.aws;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.ecs.BuildTags;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/**
 * Makes the next revision out of the current one. Every field that both know is taken over by its name in the API, not by a
 * list of ours: such lists have lost settings of users whenever ECS grew a new one.
 */
record TaskDefinitionCopy(TaskDefinition base, List<Tag> baseTags) {
    /** The most tags that a task definition takes (ECS API reference, RegisterTaskDefinition). */
    private static final int MOST_TAGS = 50;

    /** Tags that AWS sets itself (CloudFormation's, for example) and takes from nobody else. */
    private static final String RESERVED = "aws:";

    /**
     * Makes the request.
     *
     * @param changes what else differs
     * @param added tags that join those of the base and replace equal keys; those beyond the 50th are left out, so that
     *     none of the base is lost
     * @throws EngineException when the base has no such container
     */
    RegisterTaskDefinitionRequest with(
            ContainerName container, ImageReference image, RevisionChanges changes, Map<String, String> added) {
        RegisterTaskDefinitionRequest.Builder next = requestOf(base);
        changes.cpu().ifPresent(next::cpu);
        changes.memory().ifPresent(next::memory);
        changes.taskRole().ifPresent(next::taskRoleArn);
        changes.executionRole().ifPresent(next::executionRoleArn);
        return next.containerDefinitions(containers(container, image, changes))
                .tags(tags(added))
                .build();
    }

    /** Tells whether a revision is what a request would make, tags aside, and may be used: a deregistered one may not. */
    static boolean isEqual(TaskDefinition revision, RegisterTaskDefinitionRequest wanted) {
        return revision.status() == TaskDefinitionStatus.ACTIVE
                && inOrder(requestOf(revision).build()).equals(inOrder(wanted));
    }

    /** The order of variables means nothing, and ECS does not promise to keep it. */
    private static RegisterTaskDefinitionRequest inOrder(RegisterTaskDefinitionRequest request) {
        return request.toBuilder()
                .tags((Collection<Tag>) null)
                .containerDefinitions(request.containerDefinitions().stream()
                        .map(ContainerCopy::inOrder)
                        .toList())
                .build();
    }

    private static RegisterTaskDefinitionRequest.Builder requestOf(TaskDefinition revision) {
        RegisterTaskDefinitionRequest.Builder next = RegisterTaskDefinitionRequest.builder();
        Map<String, SdkField<?>> wanted = next.sdkFieldNameToField();
        revision.sdkFields()
                .forEach(field -> Optional.<SdkField<?>>ofNullable(wanted.get(field.locationName()))
                        .ifPresent(same -> same.set(next, field.getValueOrDefault(revision))));
        return next;
    }

    private List<ContainerDefinition> containers(ContainerName name, ImageReference image, RevisionChanges changes) {
        if (base.containerDefinitions().stream().noneMatch(each -> isNamed(each, name))) {
            throw noContainer(name);
        }
        return base.containerDefinitions().stream()
                .map(each -> isNamed(each, name) ? new ContainerCopy(each).with(image, changes) : each)
                .toList();
    }

    private static boolean isNamed(ContainerDefinition container, ContainerName name) {
        return name.value().equals(container.name());
    }

    private EngineException noContainer(ContainerName name) {
        String names = base.containerDefinitions().stream()
                .map(ContainerDefinition::name)
                .collect(Collectors.joining(", "));
        return new EngineException(
                FailureKind.CONTAINER_NOT_FOUND,
                "There is no container " + name + " in " + base.taskDefinitionArn() + ", which has " + names,
                "",
                "Name one of them in Container (deploy.container).");
    }

    private Set<Tag> tags(Map<String, String> added) {
        Map<String, String> all = new LinkedHashMap<>();
        baseTags.stream()
                .filter(tag -> !tag.key().startsWith(RESERVED))
                // the base may be of a build too, and its tags name that one
                .filter(tag -> !tag.key().startsWith(BuildTags.PREFIX))
                .forEach(tag -> all.put(tag.key(), tag.value() == null ? "" : tag.value()));
        added.forEach((key, value) -> {
            if (all.containsKey(key) || all.size() < MOST_TAGS) {
                all.put(key, value);
            }
        });
        return all.entrySet().stream()
                .map(each ->
                        Tag.builder().key(each.getKey()).value(each.getValue()).build())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
