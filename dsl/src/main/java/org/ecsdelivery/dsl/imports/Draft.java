package org.ecsdelivery.dsl.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ecsdelivery.dsl.AbsoluteId;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Kind;
import org.ecsdelivery.dsl.model.SchemaProfile;
import org.ecsdelivery.dsl.model.SettingsTree;

/** One attempt to say a tree in Java: the code, and the projects that it makes. */
final class Draft {
    private static final List<String> OF_CLASSES = List.of("all", "project", "fill", "describe");

    private final SettingsTree tree;
    private final Fallbacks fallbacks;
    private final Identifiers fields = new Identifiers(List.of("make", "settings", "main"));
    private final Identifiers types;
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Boolean> ordered = new HashMap<>();
    private final Map<String, Member> configurations = new HashMap<>();
    private final Map<String, Member> vcsRoots = new HashMap<>();
    private final List<Project> tops = new ArrayList<>();

    Draft(SettingsTree tree, Fallbacks fallbacks, Collection<String> takenTypes) {
        this.tree = tree;
        this.fallbacks = fallbacks;
        this.types = new Identifiers(takenTypes);
    }

    void make() {
        Map<String, List<Entity>> members = new TreeMap<>();
        tree.entities().stream()
                .filter(each -> each.kind() != Kind.RECIPE && fallbacks.isSaid(each.path()))
                .forEach(each -> members.computeIfAbsent(each.project(), id -> new ArrayList<>())
                        .add(each));
        Shown shown = new Shown(tree);
        List<String> ids = shown.sorted(members.keySet());
        ids.forEach(id -> unit(id, shown.sorted(id, members.getOrDefault(id, List.of()))));
        units.values().forEach(unit -> ordered.put(unit.id(), shown.isOrdered(unit.id(), units.values())));
        units.values().forEach(this::say);
    }

    private void unit(String id, List<Entity> members) {
        String type = types.type(id);
        String field = fields.variable(id);
        Code made = project(id);
        Unit unit = new Unit(id, type, field, made, new Script(made.value()), new ArrayList<>());
        units.put(id, unit);
        Identifiers names = new Identifiers(OF_CLASSES);
        members.stream().filter(each -> each.kind() != Kind.PROJECT).forEach(each -> member(unit, each, names));
    }

    private Code project(String id) {
        String parent = tree.project(id).map(Entity::parent).orElse("");
        Unit above = units.get(parent);
        if (above != null) {
            Code project = above.project();
            return Chain.from(project.value(), project.text())
                    .call("project", localId(id, parent))
                    .code();
        }
        Code made = (parent.isEmpty()
                        ? Chain.of(Project.class, "of", Code.of(id))
                        : Chain.of(Project.class, "of", Code.of(id), Names.outside("project", parent)))
                .code();
        tops.add((Project) made.value());
        return made;
    }

    private static Code localId(String id, String parent) {
        String prefix = parent + "_";
        return id.startsWith(prefix) && id.length() > prefix.length()
                ? Code.of(id.substring(prefix.length()))
                : Chain.of(AbsoluteId.class, "of", Code.of(id)).code();
    }

    private void member(Unit unit, Entity entity, Identifiers names) {
        Code id = localId(entity.id(), unit.id());
        Chain project = Chain.from(unit.made().value(), "project");
        Code made = (switch (entity.kind()) {
                    case BUILD_TYPE -> project.call("buildType", id);
                    case TEMPLATE -> project.call("template", id);
                    default -> RootCode.made(project, id, entity);
                })
                .code();
        String field = names.variable(id.value() instanceof String local ? local : entity.id());
        Member member = new Member(entity, field, "all." + unit.field(), made, new Script(made.value()));
        unit.members().add(member);
        (entity.isConfiguration() ? configurations : vcsRoots).put(entity.id(), member);
    }

    private void say(Unit unit) {
        Names names = new Names(unit.id(), configurations, vcsRoots);
        Optional<Entity> project = tree.project(unit.id()).filter(each -> fallbacks.isSaid(each.path()));
        if (project.isPresent()) {
            attempt(
                    project.get(),
                    () -> new ProjectCode(
                                    project.get(),
                                    unit.script(),
                                    names,
                                    fallbacks,
                                    ordered.getOrDefault(unit.id(), false))
                            .say());
        } else {
            unit.script().add(Script.Topic.GENERAL, "writtenElsewhere");
        }
        for (Member each : unit.members()) {
            attempt(each.entity(), () -> {
                if (each.entity().isConfiguration()) {
                    new ConfigurationCode(each, names, fallbacks).say();
                } else {
                    RootCode.say(each);
                }
            });
        }
    }

    private void attempt(Entity entity, Runnable saying) {
        try {
            saying.run();
        } catch (IllegalArgumentException refused) {
            fallbacks.keep(entity.path(), String.valueOf(refused.getMessage()));
        }
    }

    List<Unit> units() {
        return List.copyOf(units.values());
    }

    List<Unit> tops() {
        return units.values().stream()
                .filter(each -> tops.contains(each.made().value()))
                .toList();
    }

    Settings settings(SchemaProfile profile) {
        return Settings.of(tops.toArray(Project[]::new)).profile(profile);
    }

    /** Returns the classes that the code names, which no class of a project may be called like. */
    Set<String> named() {
        Set<String> all = new TreeSet<>(Set.of("CommandLine", "Project", "SchemaProfile", "Settings", "String"));
        for (Unit unit : units.values()) {
            named(all, unit.made(), unit.script());
            unit.members().forEach(each -> {
                all.add(each.made().value().getClass().getSimpleName());
                named(all, each.made(), each.script());
            });
        }
        return all;
    }

    /** Returns what is said in general words, by the file that it is of. */
    SortedMap<String, String> untyped() {
        SortedMap<String, String> all = new TreeMap<>();
        for (Unit unit : units.values()) {
            tree.project(unit.id()).ifPresent(each -> untyped(all, each, unit.script()));
            unit.members().forEach(each -> untyped(all, each.entity(), each.script()));
        }
        return all;
    }

    private static void untyped(SortedMap<String, String> all, Entity entity, Script script) {
        String words = script.untyped();
        if (!words.isEmpty()) {
            all.put(entity.path(), words);
        }
    }

    private static void named(Set<String> all, Code made, Script script) {
        Set<String> imports = new TreeSet<>(made.imports());
        script.lines().forEach(each -> imports.addAll(each.call().imports()));
        imports.forEach(each -> all.add(each.substring(each.lastIndexOf('.') + 1)));
    }

    static Comparator<Entity> byKind() {
        return Comparator.comparing(
                (Entity each) -> each.kind() == Kind.VCS_ROOT ? 0 : each.kind() == Kind.TEMPLATE ? 1 : 2);
    }
}
