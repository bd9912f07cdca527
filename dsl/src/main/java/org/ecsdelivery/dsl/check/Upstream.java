package org.ecsdelivery.dsl.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ecsdelivery.dsl.model.Effective;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Kind;

/** Which build configurations come before which, by snapshot and artifact dependencies and through others between them. */
final class Upstream {
    private final Map<String, Set<String>> direct = new HashMap<>();

    Upstream(Scene scene) {
        scene.tree().entities(Kind.BUILD_TYPE).forEach(each -> direct.put(each.id(), sources(scene.effective(each))));
    }

    private static Set<String> sources(Effective effective) {
        Set<String> sources = new HashSet<>();
        Stream.concat(
                        effective.snapshotDependencies().stream(),
                        effective.entries("artifact-dependencies").values().stream())
                .forEach(each -> each.element().attribute("sourceBuildTypeId").ifPresent(sources::add));
        return sources;
    }

    boolean runsAfter(Entity entity, String wanted) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.push(entity.id());
        while (!open.isEmpty()) {
            for (String each : direct.getOrDefault(open.pop(), Set.of())) {
                if (each.equals(wanted)) {
                    return true;
                }
                if (seen.add(each)) {
                    open.push(each);
                }
            }
        }
        return false;
    }
}
