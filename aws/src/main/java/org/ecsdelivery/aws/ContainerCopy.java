package org.ecsdelivery.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.aws.call.RawObject;
import org.ecsdelivery.aws.call.RawText;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.ecs.Variables;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.EnvironmentFile;

/** Makes the container of the next revision out of the current one. */
record ContainerCopy(RawObject base) {
    private static final String FILES = "environmentFiles";

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
        return new Variables(
                plain,
                secrets,
                container.environmentFiles().stream()
                        .map(EnvironmentFile::value)
                        .toList());
    }

    RawObject with(ImageReference image, RevisionChanges changes) {
        RawObject next = base.with("image", RawText.of(image.toString()));
        if (changes.touchVariables()) {
            Variables after = new Variables(named("environment", "value"), named("secrets", "valueFrom"), files())
                    .changedBy(changes);
            next = changed(next, "environment", "value", after.plain());
            next = changed(next, "secrets", "valueFrom", after.secrets());
            next = after.files().equals(files()) ? next : next.with(FILES, RawText.list(files(after.files())));
        }
        return changes.command().isEmpty()
                ? next
                : next.with(
                        "command",
                        RawText.list(changes.command().stream().map(RawText::of).toList()));
    }

    private List<String> files() {
        return base.objects(FILES).stream().map(each -> each.text("value")).toList();
    }

    private List<String> files(List<String> wanted) {
        return wanted.stream()
                .map(arn -> base.objects(FILES).stream()
                        .filter(each -> arn.equals(each.text("value")))
                        .findFirst()
                        .orElseGet(() ->
                                RawObject.EMPTY.with("value", RawText.of(arn)).with("type", RawText.of("s3")))
                        .json())
                .toList();
    }

    private Map<String, String> named(String list, String value) {
        Map<String, String> all = new LinkedHashMap<>();
        base.objects(list).forEach(each -> all.put(each.text("name"), each.text(value)));
        return all;
    }

    /** What stays the same stays as it is written. */
    private static RawObject changed(RawObject container, String list, String value, Map<String, String> wanted) {
        Map<String, String> missing = new LinkedHashMap<>(wanted);
        List<String> entries = new ArrayList<>();
        for (RawObject entry : container.objects(list)) {
            Optional.ofNullable(missing.remove(entry.text("name")))
                    .map(text -> text.equals(entry.text(value)) ? entry : entry.with(value, RawText.of(text)))
                    .map(RawObject::json)
                    .ifPresent(entries::add);
        }
        missing.forEach((name, text) -> entries.add(RawObject.EMPTY
                .with("name", RawText.of(name))
                .with(value, RawText.of(text))
                .json()));
        return entries.isEmpty() && !container.has(list) ? container : container.with(list, RawText.list(entries));
    }
}
