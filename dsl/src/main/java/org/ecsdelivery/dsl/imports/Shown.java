package org.ecsdelivery.dsl.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Kind;
import org.ecsdelivery.dsl.model.SettingsTree;

/** The order in which projects and configurations are made: that in which they are shown, and parents before their children. */
final class Shown {
    private final SettingsTree tree;
    private final Map<String, String> parents = new HashMap<>();

    Shown(SettingsTree tree) {
        this.tree = tree;
        tree.entities(Kind.PROJECT).forEach(each -> parents.put(each.id(), each.parent()));
    }

    /** Returns projects, each behind the one that it belongs to. */
    List<String> sorted(Collection<String> projects) {
        Set<String> all = new LinkedHashSet<>();
        projects.stream()
                .filter(each -> !projects.contains(parent(each)) || isBelowItself(each))
                .forEach(each -> add(each, projects, all));
        return List.copyOf(all);
    }

    private void add(String id, Collection<String> projects, Set<String> all) {
        if (all.add(id)) {
            List<String> order = order(id, "subprojectsOrder").orElse(List.of());
            projects.stream()
                    .filter(each -> parent(each).equals(id))
                    .sorted(by(order))
                    .forEach(each -> add(each, projects, all));
        }
    }

    private String parent(String id) {
        return parents.getOrDefault(id, "");
    }

    private boolean isBelowItself(String id) {
        Set<String> above = new LinkedHashSet<>();
        String next = id;
        while (!next.isEmpty() && above.add(next)) {
            next = parent(next);
        }
        return !next.isEmpty();
    }

    /** Returns what is in a project. */
    List<Entity> sorted(String project, List<Entity> members) {
        List<Entity> sorted = new ArrayList<>(members);
        Comparator<String> shown = by(order(project, "buildTypesOrder").orElse(List.of()));
        sorted.sort(Draft.byKind().thenComparing(Entity::id, shown));
        return sorted;
    }

    /** Whether the order of a project is that in which what is in it is made. */
    boolean isOrdered(String project, Collection<Unit> units) {
        List<String> projects = units.stream()
                .map(Unit::id)
                .filter(each -> parent(each).equals(project))
                .toList();
        List<String> buildTypes = units.stream()
                .filter(each -> each.id().equals(project))
                .flatMap(each -> each.members().stream())
                .filter(each -> each.entity().kind() == Kind.BUILD_TYPE)
                .map(each -> each.entity().id())
                .toList();
        boolean any = !projects.isEmpty() || !buildTypes.isEmpty();
        return any
                && order(project, "subprojectsOrder").orElse(List.of()).equals(projects)
                && order(project, "buildTypesOrder").orElse(List.of()).equals(buildTypes);
    }

    private Optional<List<String>> order(String project, String element) {
        return tree.project(project)
                .flatMap(each -> each.root().element(element))
                .flatMap(each -> each.attribute("order"))
                .map(text -> List.of(text.split(",", -1)));
    }

    private static Comparator<String> by(List<String> order) {
        return Comparator.comparing((String id) -> order.contains(id) ? order.indexOf(id) : order.size())
                .thenComparing(Comparator.naturalOrder());
    }
}
