package org.ecsdelivery.dsl.classic;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.dsl.model.Entry;

/** Which configurations push which images, so that a deployment that names a tag only is known to mean one of them. */
final class Pushes {
    private final Map<String, Set<ImageName>> byConfiguration = new HashMap<>();

    void add(String configuration, Set<ImageName> images) {
        byConfiguration
                .computeIfAbsent(configuration, any -> new LinkedHashSet<>())
                .addAll(images);
    }

    /** Adds what an image step that is there already pushes. */
    void add(String configuration, Entry step) {
        if (step.type().equals(RunTypeId.IMAGE)) {
            String repository = step.parameters().getOrDefault("image.repository", "");
            for (String tag : step.parameters()
                    .getOrDefault("image.tags", "%build.number%")
                    .split("[,\\s]+")) {
                add(configuration, Set.of(new ImageName(repository, tag)));
            }
        }
    }

    /** Returns the one repository that images come from in this configuration, or else in those before it. */
    Optional<String> repository(Scope scope) {
        Set<String> own = repositories(scope.entity().id());
        if (!own.isEmpty()) {
            return single(own);
        }
        Set<String> before = new HashSet<>();
        scope.before().forEach(each -> before.addAll(repositories(each)));
        return single(before).filter(each -> each.indexOf('%') < 0);
    }

    private static Optional<String> single(Set<String> repositories) {
        return repositories.size() == 1 ? repositories.stream().findFirst() : Optional.empty();
    }

    private Set<String> repositories(String configuration) {
        Set<String> all = new HashSet<>();
        byConfiguration.getOrDefault(configuration, Set.of()).forEach(each -> all.add(each.repository()));
        return all;
    }

    /** Returns the one image under a tag that stays the same from build to build, which a service may run for ever. */
    Optional<ImageName> moving(String configuration) {
        Set<ImageName> all = byConfiguration.getOrDefault(configuration, Set.of());
        if (repositories(configuration).size() != 1) {
            return Optional.empty();
        }
        Set<ImageName> moving = new HashSet<>(all);
        moving.removeIf(each -> each.tag().indexOf('%') >= 0);
        return moving.size() == 1 ? moving.stream().findFirst() : Optional.empty();
    }
}
