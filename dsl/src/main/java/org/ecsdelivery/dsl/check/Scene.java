package org.ecsdelivery.dsl.check;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ecsdelivery.dsl.model.Effective;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Entry;
import org.ecsdelivery.dsl.model.Kind;
import org.ecsdelivery.dsl.model.SettingsTree;
import org.ecsdelivery.dsl.xml.Element;
import org.ecsdelivery.dsl.xml.Origin;

/** What all checks look at, and where they put what they find. */
final class Scene {
    private final SettingsTree tree;
    private final Set<String> outside;
    private final Known known;
    private final Set<Problem> problems = new LinkedHashSet<>();

    Scene(SettingsTree tree, Set<String> outside) {
        this(tree, outside, new Known());
    }

    private Scene(SettingsTree tree, Set<String> outside, Known known) {
        this.tree = tree;
        this.outside = outside;
        this.known = known;
    }

    /** What one check has found out is known to the others, which may look on other threads. */
    private static final class Known {
        private final Map<Entity, Effective> effective = Collections.synchronizedMap(new IdentityHashMap<>());
        private final Map<String, List<Entity>> lines = new ConcurrentHashMap<>();
        private Optional<Upstream> upstream = Optional.empty();

        synchronized Upstream upstream(Scene scene) {
            Upstream found = upstream.orElseGet(() -> new Upstream(scene));
            upstream = Optional.of(found);
            return found;
        }
    }

    /** Returns the same to look at, with a place of its own for problems. */
    Scene apart() {
        return new Scene(tree, outside, known);
    }

    SettingsTree tree() {
        return tree;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    List<Entity> configurations() {
        return tree.entities().stream().filter(Entity::isConfiguration).toList();
    }

    Effective effective(Entity configuration) {
        return known.effective.computeIfAbsent(configuration, each -> Effective.of(each, tree));
    }

    /** Tells whether a build configuration runs after another, or takes artifacts of it, at once or through others. */
    boolean runsAfter(Entity entity, String id) {
        return known.upstream(this).runsAfter(entity, id);
    }

    /** Tells whether other settings are said to define the id, or a build resolves it. */
    boolean isOutside(String id) {
        return outside.contains(id) || id.contains("%");
    }

    Optional<Entity> find(Kind kind, String id) {
        return switch (kind) {
            case PROJECT -> tree.project(id);
            case BUILD_TYPE, TEMPLATE -> tree.configuration(id).filter(each -> each.kind() == kind);
            case VCS_ROOT -> tree.vcsRoot(id);
            case RECIPE -> Optional.empty();
        };
    }

    /** Returns a project and those above it, as far as they are known. */
    List<Entity> line(String project) {
        return known.lines.computeIfAbsent(project, this::walkedUp);
    }

    private List<Entity> walkedUp(String project) {
        Map<String, Entity> line = new LinkedHashMap<>();
        Optional<Entity> next = tree.project(project);
        while (next.isPresent() && line.putIfAbsent(next.get().id(), next.get()) == null) {
            next = tree.project(next.get().parent());
        }
        return List.copyOf(line.values());
    }

    /** Tells whether all projects above are known, up to the root of the server. */
    boolean knowsAllAbove(String project) {
        List<Entity> line = line(project);
        return !line.isEmpty() && line.get(line.size() - 1).parent().isEmpty();
    }

    void error(Rule rule, Entity entity, Element place, String fact, String remedy) {
        problems.add(new Problem(rule, Severity.ERROR, origin(entity, place), entity.title(), fact, remedy));
    }

    void error(Rule rule, Entry entry, String fact, String remedy) {
        problems.add(problem(rule, Severity.ERROR, entry, fact, remedy));
    }

    void warning(Rule rule, Entity entity, Element place, String fact, String remedy) {
        problems.add(new Problem(rule, Severity.WARNING, origin(entity, place), entity.title(), fact, remedy));
    }

    void warning(Rule rule, Entry entry, String fact, String remedy) {
        problems.add(problem(rule, Severity.WARNING, entry, fact, remedy));
    }

    private static Problem problem(Rule rule, Severity severity, Entry entry, String fact, String remedy) {
        String subject = entry.owner().title() + ", " + entry.title();
        return new Problem(rule, severity, entry.origin(), subject, fact, remedy);
    }

    private static Origin origin(Entity entity, Element place) {
        return place.origin().or(entity.origin());
    }
}
