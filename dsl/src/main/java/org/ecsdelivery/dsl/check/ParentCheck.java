package org.ecsdelivery.dsl.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Kind;
import org.ecsdelivery.dsl.xml.Element;

/** Projects: that the one above exists, that none is above itself, and that lists of what is shown name what is there. */
final class ParentCheck implements Check {
    @Override
    public void look(Scene scene) {
        for (Entity project : scene.tree().entities(Kind.PROJECT)) {
            String parent = project.parent();
            if (!parent.isEmpty()
                    && !parent.equals("_Root")
                    && !scene.isOutside(parent)
                    && scene.tree().project(parent).isEmpty()) {
                scene.error(
                        Rule.REFERENCE,
                        project,
                        project.root(),
                        "there is no project '" + parent + "' here",
                        "Correct the id, or say that other settings define it: External.project(\"" + parent + "\").");
            }
            cycle(project, scene);
            order(project, "subprojectsOrder", Set.of(Kind.PROJECT), scene);
            order(project, "buildTypesOrder", Set.of(Kind.BUILD_TYPE), scene);
        }
    }

    private static void cycle(Entity project, Scene scene) {
        Set<String> above = new HashSet<>();
        Optional<Entity> next = Optional.of(project);
        while (next.isPresent() && above.add(next.get().id())) {
            next = scene.tree().project(next.get().parent());
        }
        if (next.isPresent() && next.get().id().equals(project.id())) {
            scene.error(
                    Rule.CYCLE,
                    project,
                    project.root(),
                    "the projects above it lead back to it",
                    "Put one of them below the root of the server.");
        }
    }

    private static void order(Entity project, String element, Set<Kind> kinds, Scene scene) {
        Optional<Element> order = project.root().element(element);
        List<String> ids = order.flatMap(each -> each.attribute("order"))
                .map(text -> List.of(text.split(",", -1)))
                .orElse(List.of());
        for (String id : ids) {
            boolean there = scene.tree().entities().stream()
                    .anyMatch(each -> kinds.contains(each.kind()) && each.id().equals(id.strip()));
            if (!there && !scene.isOutside(id.strip())) {
                scene.warning(
                        Rule.REFERENCE,
                        project,
                        order.orElse(project.root()),
                        element + " names '" + id.strip() + "', which is not here",
                        "Remove it from the order.");
            }
        }
    }
}
