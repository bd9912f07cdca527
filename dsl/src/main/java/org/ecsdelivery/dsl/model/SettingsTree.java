package org.ecsdelivery.dsl.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All files of a settings directory. It never changes; where two entities claim one file, the check tells, and the first one is written. */
public final class SettingsTree {
    private final List<Entity> entities;
    private final SortedMap<String, byte[]> others;
    private final Map<String, Entity> byPath = new LinkedHashMap<>();
    private final Map<String, Entity> configurations = new HashMap<>();
    private final Map<String, Entity> vcsRoots = new HashMap<>();

    private SettingsTree(List<Entity> entities, SortedMap<String, byte[]> others) {
        this.entities = List.copyOf(entities);
        this.others = Collections.unmodifiableSortedMap(others);
        entities.forEach(this::index);
    }

    private void index(Entity entity) {
        byPath.putIfAbsent(entity.path(), entity);
        if (entity.isConfiguration()) {
            configurations.putIfAbsent(entity.id(), entity);
        } else if (entity.kind() == Kind.VCS_ROOT) {
            vcsRoots.putIfAbsent(entity.id(), entity);
        }
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

    /** Returns this tree with more entities. */
    public SettingsTree withAll(Collection<Entity> more) {
        List<Entity> all = new ArrayList<>(entities);
        all.addAll(more);
        return new SettingsTree(all, others);
    }

    /** Returns this tree with the uuids that another has for the same entities; what has one of its own keeps it. */
    public SettingsTree withUuidsOf(SettingsTree known) {
        return new SettingsTree(entities.stream().map(known::identified).toList(), others);
    }

    private Entity identified(Entity entity) {
        if (entity.uuid().isPresent()) {
            return entity;
        }
        return same(entity).flatMap(Entity::uuid).map(entity::withUuid).orElse(entity);
    }

    /** Returns the entity of the same kind and id, even when it belongs to another project here. */
    public Optional<Entity> same(Entity wanted) {
        Optional<Entity> there = wanted.isConfiguration()
                ? configuration(wanted.id())
                : wanted.kind() == Kind.VCS_ROOT ? vcsRoot(wanted.id()) : at(wanted.path());
        return there.filter(each -> each.kind() == wanted.kind());
    }

    /** Returns the files that are none of the known kinds. */
    public SortedMap<String, byte[]> others() {
        return others;
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
        return Optional.ofNullable(configurations.get(id));
    }

    /** Returns the VCS root of an id. */
    public Optional<Entity> vcsRoot(String id) {
        return Optional.ofNullable(vcsRoots.get(id));
    }

    /** Returns the entity of a path below the settings directory. */
    public Optional<Entity> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Returns the path of every file below the settings directory. */
    public SortedSet<String> paths() {
        SortedSet<String> paths = new TreeSet<>(others.keySet());
        paths.addAll(byPath.keySet());
        return paths;
    }

    /**
     * Returns the bytes of a file.
     *
     * @throws IllegalArgumentException when there is none of that path
     */
    public byte[] bytes(String path) {
        Entity entity = byPath.get(path);
        if (entity != null) {
            return entity.document().bytes();
        }
        byte[] other = others.get(path);
        if (other == null) {
            throw new IllegalArgumentException("There is no file " + path + ".");
        }
        return other.clone();
    }

    /** Returns the bytes of every file by its path below the settings directory. */
    public SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>(others);
        files.putAll(byPath.values().parallelStream()
                .collect(Collectors.toMap(Entity::path, each -> each.document().bytes())));
        return files;
    }
}
