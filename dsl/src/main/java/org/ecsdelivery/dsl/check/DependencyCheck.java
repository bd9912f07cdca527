package org.ecsdelivery.dsl.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Entry;

/** Dependencies and checkouts that are there twice: TeamCity keeps one of them, and nobody knows which. */
final class DependencyCheck implements Check {
    private static final Map<String, String> ONCE =
            Map.of("dependencies", "sourceBuildTypeId", "vcs-settings", "root-id");

    @Override
    public void look(Scene scene) {
        for (Entity entity : scene.configurations()) {
            ONCE.forEach((list, attribute) -> once(entity.entries(list), attribute, scene));
            entity.entries("artifact-dependencies").forEach(each -> itself(entity, each, scene));
        }
    }

    private static void once(List<Entry> entries, String attribute, Scene scene) {
        Map<String, Entry> taken = new HashMap<>();
        for (Entry each : entries) {
            String id = each.element().attribute(attribute).orElse("");
            Entry other = taken.putIfAbsent(id, each);
            if (other != null) {
                scene.error(
                        Rule.DEPENDENCY,
                        each,
                        "'" + id + "' is named twice"
                                + (other.origin().isKnown() ? ", first at " + other.origin() : ""),
                        "Keep one of them.");
            }
        }
    }

    private static void itself(Entity entity, Entry dependency, Scene scene) {
        if (dependency.element().attribute("sourceBuildTypeId").orElse("").equals(entity.id())
                && dependency
                        .element()
                        .element("revisionRule")
                        .flatMap(each -> each.attribute("name"))
                        .orElse("")
                        .equals("sameChainOrLastFinished")) {
            scene.error(
                    Rule.DEPENDENCY,
                    dependency,
                    "it takes artifacts of itself, of the same chain",
                    "Take those of the last successful or finished build.");
        }
    }
}
