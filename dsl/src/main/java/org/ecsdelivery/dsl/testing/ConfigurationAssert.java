package org.ecsdelivery.dsl.testing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ecsdelivery.dsl.model.Effective;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Entry;
import org.ecsdelivery.dsl.model.SettingsTree;

/** Asserts what holds for a build configuration in the end; what is switched off counts as not there. */
public final class ConfigurationAssert {
    private final Effective effective;
    private final References references;

    ConfigurationAssert(Entity entity, SettingsTree tree) {
        this.effective = Effective.of(entity, tree);
        this.references = References.of(effective, tree);
    }

    /** Returns its id. */
    public String id() {
        return effective.entity().id();
    }

    /** Asserts the value of a parameter, be it its own, a template's or a project's; as it is written, or with references looked up. */
    public ConfigurationAssert hasParameter(String name, String value) {
        references.require(title() + ", parameter " + name, references.values(), name, value);
        return this;
    }

    /** Asserts that nobody sets a parameter, neither itself nor a template nor a project. */
    public ConfigurationAssert hasNoParameter(String name) {
        if (references.values().containsKey(name)) {
            throw failure(
                    "has the parameter " + name + ": '" + references.values().get(name) + "'");
        }
        return this;
    }

    /** Asserts the value of an option, such as {@code buildConfigurationType}; one that nobody sets is empty. */
    public ConfigurationAssert hasOption(String name, String value) {
        String found = effective.options().getOrDefault(name, "");
        if (!found.equals(value)) {
            throw failure("has '" + found + "' as its option " + name + ", not '" + value + "'");
        }
        return this;
    }

    /** Asserts which steps run, by their ids, and in which order. */
    public ConfigurationAssert runs(String... ids) {
        List<String> found = List.copyOf(enabled("build-runners").keySet());
        if (!found.equals(Arrays.asList(ids))) {
            throw failure("runs the steps " + found + ", not " + Arrays.asList(ids));
        }
        return this;
    }

    /** Asserts after which build configurations it runs, by their ids, in any order. */
    public ConfigurationAssert waitsFor(String... ids) {
        Set<String> found = new TreeSet<>();
        effective
                .snapshotDependencies()
                .forEach(each ->
                        found.add(each.element().attribute("sourceBuildTypeId").orElse("")));
        Set<String> wanted = new TreeSet<>(Arrays.asList(ids));
        if (!found.equals(wanted)) {
            throw failure("waits for " + found + ", not for " + wanted);
        }
        return this;
    }

    /** Asserts that only people start it, or builds that wait for it. */
    public ConfigurationAssert isNeverTriggered() {
        Set<String> triggers = enabled("build-triggers").keySet();
        if (!triggers.isEmpty()) {
            throw failure("is triggered by " + triggers);
        }
        return this;
    }

    /** Asserts that there is a step of this id, or one only of this type. */
    public EntryAssert step(String idOrType) {
        return entry("step", "build-runners", idOrType);
    }

    /** Asserts that there is a trigger of this id, or one only of this type. */
    public EntryAssert trigger(String idOrType) {
        return entry("trigger", "build-triggers", idOrType);
    }

    /** Asserts that there is a build feature or failure condition of this id, or one only of this type. */
    public EntryAssert feature(String idOrType) {
        return entry("feature", "build-extensions", idOrType);
    }

    private EntryAssert entry(String noun, String list, String idOrType) {
        Map<String, Entry> entries = enabled(list);
        List<Entry> found = entries.containsKey(idOrType)
                ? List.of(entries.get(idOrType))
                : entries.values().stream()
                        .filter(each -> each.type().equals(idOrType))
                        .toList();
        if (found.size() != 1) {
            throw failure("has " + (found.isEmpty() ? "no" : "more than one") + " " + noun + " " + idOrType + ", but "
                    + entries.values().stream()
                            .map(each -> each.id() + " (" + each.type() + ")")
                            .toList());
        }
        return new EntryAssert(title() + ", " + noun + " " + found.get(0).id(), found.get(0), references);
    }

    private Map<String, Entry> enabled(String list) {
        Map<String, Entry> enabled = new LinkedHashMap<>(effective.entries(list));
        enabled.keySet().removeAll(effective.disabled());
        return enabled;
    }

    private String title() {
        return effective.entity().title();
    }

    private AssertionError failure(String fact) {
        String unknown = effective.isComplete() ? "" : " (a template of it is defined elsewhere, and not looked into)";
        return new AssertionError(title() + " " + fact + unknown);
    }
}
