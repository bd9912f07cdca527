package org.ecsdelivery.aws;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.ecs.Variables;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.Secret;

/** Makes the container of the next revision out of the current one. */
record ContainerCopy(ContainerDefinition base) {
    /** Reads the environment of a container. */
    static Variables variables(ContainerDefinition container) {
        Map<String, String> plain = new LinkedHashMap<>();
        Map<String, String> secrets = new LinkedHashMap<>();
        container
                .environment()
                .forEach(each ->
                        plain.put(each.name(), Optional.ofNullable(each.value()).orElse("")));
        container
                .secrets()
                .forEach(each -> secrets.put(
                        each.name(), Optional.ofNullable(each.valueFrom()).orElse("")));
        return new Variables(plain, secrets);
    }

    /** Returns a container with its variables in the order of their names. */
    static ContainerDefinition inOrder(ContainerDefinition container) {
        ContainerDefinition.Builder next = container.toBuilder();
        if (container.hasEnvironment()) {
            next.environment(container.environment().stream()
                    .sorted(Comparator.comparing(KeyValuePair::name, Comparator.nullsFirst(Comparator.naturalOrder())))
                    .toList());
        }
        if (container.hasSecrets()) {
            next.secrets(container.secrets().stream()
                    .sorted(Comparator.comparing(Secret::name, Comparator.nullsFirst(Comparator.naturalOrder())))
                    .toList());
        }
        return next.build();
    }

    ContainerDefinition with(ImageReference image, RevisionChanges changes) {
        ContainerDefinition.Builder next = base.toBuilder().image(image.toString());
        if (changes.touchVariables()) {
            Variables after = variables(base).changedBy(changes);
            next.environment(environment(after)).secrets(secrets(after));
        }
        if (!changes.command().isEmpty()) {
            next.command(changes.command());
        }
        return next.build();
    }

    private static List<KeyValuePair> environment(Variables variables) {
        return variables.plain().entrySet().stream()
                .map(each -> KeyValuePair.builder()
                        .name(each.getKey())
                        .value(each.getValue())
                        .build())
                .toList();
    }

    private static List<Secret> secrets(Variables variables) {
        return variables.secrets().entrySet().stream()
                .map(each -> Secret.builder()
                        .name(each.getKey())
                        .valueFrom(each.getValue())
                        .build())
                .toList();
    }
}
