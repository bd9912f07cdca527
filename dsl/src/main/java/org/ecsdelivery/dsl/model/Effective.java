package org.ecsdelivery.dsl.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.ecsdelivery.dsl.xml.Element;

/**
 * What holds for a build configuration with its templates taken in: the first of several templates wins, and what the configuration says
 * itself wins over all. An entry of the same id replaces the template's as a whole. What is found out is kept, for any thread.
 */
public final class Effective {
    private static final List<String> LISTS =
            List.of("build-runners", "requirements", "build-triggers", "build-extensions", "artifact-dependencies");

    private final Entity entity;
    private final List<Entity> layers;
    private final boolean complete;
    private final Map<String, Map<String, Entry>> entries = new ConcurrentHashMap<>();
    private Optional<Map<String, Element>> params = Optional.empty();

    private Effective(Entity entity, List<Entity> layers, boolean complete) {
        this.entity = entity;
        this.layers = layers;
        this.complete = complete;
    }

    /** Returns what holds for a build configuration or template of a tree. */
    public static Effective of(Entity entity, SettingsTree tree) {
        List<Entity> layers = new ArrayList<>();
        List<String> templates = new ArrayList<>(entity.templates());
        Collections.reverse(templates);
        templates.forEach(id -> tree.configuration(id)
                .filter(each -> each.kind() == Kind.TEMPLATE)
                .ifPresent(layers::add));
        boolean complete = layers.size() == templates.size();
        layers.add(entity);
        return new Effective(entity, List.copyOf(layers), complete);
    }

    /** Returns the configuration that all this holds for. */
    public Entity entity() {
        return entity;
    }

    /** Tells whether all templates are known. */
    public boolean isComplete() {
        return complete;
    }

    /** Returns its templates, as far as they are known, the least important first. */
    public List<Entity> templates() {
        return layers.subList(0, layers.size() - 1);
    }

    /** Returns the options that somebody sets. */
    public Map<String, String> options() {
        Map<String, String> all = new TreeMap<>();
        layers.forEach(each -> all.putAll(Options.of(each.settings())));
        return all;
    }

    /** Returns the parameters by their names. */
    public synchronized Map<String, Element> params() {
        if (params.isEmpty()) {
            Map<String, Element> all = new TreeMap<>();
            layers.forEach(layer -> layer.params()
                    .forEach(each -> all.put(each.attribute("name").orElse(""), each)));
            params = Optional.of(Collections.unmodifiableMap(all));
        }
        return params.get();
    }

    /** Returns the entries of a list by their ids, those that are switched off among them; steps in the order in which they run. */
    public Map<String, Entry> entries(String list) {
        return entries.computeIfAbsent(list, this::collected);
    }

    private Map<String, Entry> collected(String list) {
        Map<String, Entry> all = new LinkedHashMap<>();
        layers.forEach(layer -> layer.entries(list).forEach(each -> all.put(each.id(), each)));
        return Collections.unmodifiableMap(list.equals("build-runners") ? ordered(all) : all);
    }

    private Map<String, Entry> ordered(Map<String, Entry> steps) {
        Map<String, Entry> ordered = new LinkedHashMap<>();
        for (String id : order()) {
            Entry step = steps.get(id);
            if (step != null) {
                ordered.put(id, step);
            }
        }
        steps.forEach(ordered::putIfAbsent);
        return ordered;
    }

    /** Returns the ids of steps in the order that the configuration gives; empty when it gives none. */
    public List<String> order() {
        String order = entity.settings()
                .element("build-runners")
                .flatMap(each -> each.attribute("order"))
                .orElse("");
        return order.isBlank() ? List.of() : List.of(order.strip().split("\\s*,\\s*"));
    }

    /** Returns the ids of what is switched off. */
    public Set<String> disabled() {
        Set<String> all = new LinkedHashSet<>();
        layers.forEach(layer -> layer.settings()
                .elements("disabled-settings", "setting-ref")
                .forEach(each -> all.add(each.attribute("ref").orElse(""))));
        return all;
    }

    /** Returns the snapshot dependencies, the templates' among them. */
    public List<Entry> snapshotDependencies() {
        return layers.stream()
                .flatMap(each -> each.entries("dependencies").stream())
                .toList();
    }

    /** Returns every option, parameter and entry that holds in the end, with all that is in it. */
    public List<Element> elements() {
        Map<String, Element> options = new TreeMap<>();
        List<Element> all = new ArrayList<>();
        for (Entity layer : layers) {
            layer.settings()
                    .elements("options", "option")
                    .forEach(each -> options.put(each.attribute("name").orElse(""), each));
            layer.entries("vcs-settings").forEach(each -> all.add(placed(each)));
        }
        all.addAll(options.values());
        all.addAll(params().values());
        LISTS.forEach(list -> entries(list).values().forEach(each -> all.add(placed(each))));
        snapshotDependencies().forEach(each -> all.add(placed(each)));
        return all;
    }

    private static Element placed(Entry entry) {
        return entry.element().from(entry.origin());
    }
}
