package org.ecsdelivery.dsl.check;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.dsl.model.Effective;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.xml.Element;

/** Ids of entries, own and inherited ones: those that are switched off, and the order of steps. */
final class EntryReferenceCheck implements Check {
    static final Set<String> LISTS =
            Set.of("build-runners", "build-triggers", "build-extensions", "requirements", "artifact-dependencies");

    @Override
    public void look(Scene scene) {
        for (Entity entity : scene.configurations()) {
            Effective effective = scene.effective(entity);
            if (effective.isComplete()) {
                disabled(entity, effective, scene);
                order(entity, effective, scene);
            }
        }
    }

    private static void disabled(Entity entity, Effective effective, Scene scene) {
        Set<String> there = ids(effective, LISTS.stream());
        for (Element ref : entity.settings().elements("disabled-settings", "setting-ref")) {
            String id = ref.attribute("ref").orElse("");
            if (!there.contains(id)) {
                scene.error(
                        Rule.REFERENCE,
                        entity,
                        ref,
                        "'" + id + "' is switched off, but neither it nor its templates have an entry of that id",
                        known(there));
            }
        }
    }

    private static void order(Entity entity, Effective effective, Scene scene) {
        Set<String> there = ids(effective, Stream.of("build-runners"));
        Element runners = entity.settings().element("build-runners").orElse(entity.settings());
        for (String id : effective.order()) {
            if (!there.contains(id)) {
                scene.error(
                        Rule.REFERENCE,
                        entity,
                        runners,
                        "the order of steps names '" + id + "', which is no step here",
                        known(there));
            }
        }
        if (!effective.order().isEmpty()) {
            there.stream()
                    .filter(id -> !effective.order().contains(id))
                    .forEach(id -> scene.error(
                            Rule.REFERENCE,
                            entity,
                            runners,
                            "the order of steps does not name '" + id + "'",
                            "Name every step, the template's among them: nobody knows where it would run."));
        }
    }

    private static Set<String> ids(Effective effective, Stream<String> lists) {
        return lists.flatMap(list -> effective.entries(list).keySet().stream())
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String known(Set<String> ids) {
        return ids.isEmpty() ? "There is none: remove it." : "Name one of " + String.join(", ", ids) + ".";
    }
}
