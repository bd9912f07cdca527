package org.ecsdelivery.dsl.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All files of a settings directory. It never changes; where two entities claim one file, the check tells, and the first one is written. */
public final class SettingsTree {
    private final List<Entity> entities;
    private final SortedMap<String, byte[]> others;
    private final Map<String, Entity> byPath = new LinkedHashMap<>();

    private SettingsTree(List<Entity> entities, SortedMap<String, byte[]> others) {
        this.entities = List.copyOf(entities);
        this.others = Collections.unmodifiableSortedMap(others);
        entities.forEach(each -> byPath.putIfAbsent(each.path(), each));
    }

    /** Returns a tree of these entities. */
    public static SettingsTree of(Collection<Entity> entities) {
        return new SettingsTree(new ArrayList<>(entities), new TreeMap<>());
    }

    /** Returns this tree with a file that is none of the known kinds, by its path below the settings directory. */
    public SettingsTree withOther(String path, byte[] content) {
        SortedMap<String, byte[]> all = new TreeMap<>(others);
        all.put(path, content.clone());
        return new SettingsTree(entities, all);
    }

    /** Returns the entities in the order in which they were given. */
    public List<Entity> entities() {
        return entities;
    }

    /** Returns the entities of a kind. */
    public List<Entity> entities(Kind kind) {
        return entities.stream().filter(each -> each.kind() == kind).toList();
    }

    /** Returns the project of an id. */
    public Optional<Entity> project(String id) {
        return at(Kind.PROJECT.path(id, id));
    }

    /** Returns the build configuration or template of an id. */
    public Optional<Entity> configuration(String id) {
        return entities.stream()
                .filter(each -> each.isConfiguration() && each.id().equals(id))
                .findFirst();
    }

    /** Returns the VCS root of an id. */
    public Optional<Entity> vcsRoot(String id) {
        return entities.stream()
                .filter(each -> each.kind() == Kind.VCS_ROOT && each.id().equals(id))
                .findFirst();
    }

    /** Returns the entity of a path below the settings directory. */
    public Optional<Entity> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Returns the bytes of every file by its path below the settings directory. */
    public SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>(others);
        byPath.forEach((path, entity) -> files.put(path, entity.document().bytes()));
        return files;
    }
}
