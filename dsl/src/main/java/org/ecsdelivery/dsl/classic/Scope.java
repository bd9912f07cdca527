package org.ecsdelivery.dsl.classic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ecsdelivery.dsl.model.Effective;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Entry;
import org.ecsdelivery.dsl.model.Params;
import org.ecsdelivery.dsl.model.SettingsTree;

/** What a build configuration or template is in the midst of: its templates, its projects, those made from it. */
final class Scope {
    private static final Pattern WHOLE = Pattern.compile("%([^%\\s]+)%");

    private final Entity entity;
    private final SettingsTree tree;
    private final Effective effective;
    private final Map<String, String> parameters = new TreeMap<>();

    Scope(Entity entity, SettingsTree tree) {
        this.entity = entity;
        this.tree = tree;
        this.effective = Effective.of(entity, tree);
        List<Entity> projects = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<Entity> project = tree.project(entity.project());
        while (project.isPresent() && seen.add(project.get().id())) {
            projects.add(0, project.get());
            project = tree.project(project.get().parent());
        }
        projects.forEach(each -> each.params().forEach(param -> add(param.attribute("name"), Params.value(param))));
        effective.params().forEach((name, param) -> add(Optional.of(name), Params.value(param)));
    }

    private void add(Optional<String> name, String value) {
        name.ifPresent(each -> parameters.put(each, value));
    }

    Entity entity() {
        return entity;
    }

    Effective effective() {
        return effective;
    }

    SettingsTree tree() {
        return tree;
    }

    boolean hasParameter(String name) {
        return parameters.containsKey(name);
    }

    /** Returns what a text begins with when it begins with a reference to a parameter that is known. */
    String known(String text) {
        String known = text;
        for (int depth = 0; depth < 10; depth++) {
            Matcher reference = WHOLE.matcher(known);
            if (!reference.lookingAt() || !parameters.containsKey(reference.group(1))) {
                return known;
            }
            known = parameters.getOrDefault(reference.group(1), "") + known.substring(reference.end());
        }
        return known;
    }

    /** Returns an option of it, or of one that is made from it where that says otherwise. */
    boolean anyHas(String option, String value) {
        return Stream.concat(Stream.of(effective), derived().stream().map(each -> Effective.of(each, tree)))
                .anyMatch(each -> each.options().getOrDefault(option, "").equals(value));
    }

    /** Returns the start pages of the report tabs of its projects. */
    List<String> startPages() {
        return tree.entities().stream()
                .flatMap(each -> each.entries("project-extensions").stream())
                .filter(each -> each.type().equals("ReportTab"))
                .map(each -> each.parameters().getOrDefault("startPage", ""))
                .toList();
    }

    /** Returns the configurations that are made from this template. */
    List<Entity> derived() {
        return tree.entities().stream()
                .filter(Entity::isConfiguration)
                .filter(each -> each.templates().contains(entity.id()))
                .toList();
    }

    /** Tells whether a step is the only one of its id, by which it can be replaced. */
    boolean isOne(Entry step) {
        return !step.id().isEmpty()
                && entity.entries("build-runners").stream()
                                .filter(each -> each.id().equals(step.id()))
                                .count()
                        == 1;
    }

    /** Tells whether no step of a template that is elsewhere can stand between those that are known. */
    boolean knowsAllSteps() {
        return effective.isComplete()
                && effective.entries("build-runners").keySet().containsAll(effective.order());
    }

    /** Tells whether configurations are made from this template that do not name it. */
    private boolean isDefault() {
        return tree.entities().stream()
                .flatMap(each -> each.root().elements("default-template").stream())
                .anyMatch(each -> each.attribute("ref").equals(Optional.of(entity.id())));
    }

    /** Tells whether somebody else has to do with a step in a way that several steps could not stand for it. */
    Optional<String> isReferredTo(String id) {
        if (isDefault()) {
            return Optional.of("configurations have it without naming the template, which is the default of a project");
        }
        for (Entity each : derived()) {
            boolean replaces =
                    each.entries("build-runners").stream().map(Entry::id).anyMatch(id::equals);
            boolean disables = each.settings().elements("disabled-settings", "setting-ref").stream()
                    .anyMatch(ref -> ref.attribute("ref").equals(Optional.of(id)));
            if (replaces || disables) {
                return Optional.of(each.title() + (replaces ? " replaces it" : " switches it off"));
            }
        }
        return Optional.empty();
    }

    /** Returns the feature that logs in to registries of which one may be none of ECR. */
    Optional<Entry> foreignLogin() {
        Stream<Entry> own = effective.entries("build-extensions").values().stream()
                .filter(each -> !effective.disabled().contains(each.id()));
        Stream<Entry> made = derived().stream().flatMap(each -> each.entries("build-extensions").stream());
        return Stream.concat(own, made)
                .filter(each -> each.type().equals("DockerSupport"))
                .filter(each -> each.parameters().containsKey("login2registry"))
                .filter(each -> !List.of(each.parameters()
                                .getOrDefault("login2registry", "")
                                .split(","))
                        .stream()
                        .allMatch(this::isEcrConnection))
                .findFirst();
    }

    private boolean isEcrConnection(String id) {
        return tree.entities().stream()
                .flatMap(each -> each.entries("project-extensions").stream())
                .filter(each -> each.id().equals(id.strip()))
                .anyMatch(each ->
                        each.parameters().getOrDefault("providerType", "").equals("AmazonDocker"));
    }

    /** Returns the ids of the configurations whose builds come before one of this. */
    Set<String> before() {
        Set<String> all = new HashSet<>();
        effective
                .snapshotDependencies()
                .forEach(each -> each.element().attribute("sourceBuildTypeId").ifPresent(all::add));
        return all;
    }
}
