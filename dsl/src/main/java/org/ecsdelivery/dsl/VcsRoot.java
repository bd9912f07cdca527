package org.ecsdelivery.dsl;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ecsdelivery.dsl.xml.Origin;

/**
 * Where sources come from. It is one thing with an identity: its methods change it and return it.
 */
public abstract sealed class VcsRoot implements VcsRootReference permits GitVcsRoot, AnyVcsRoot {
    private final Project project;
    private final AbsoluteId id;
    private final String type;
    private final Origin origin = Caller.origin();
    private final SortedMap<String, Placed<String>> parameters = new TreeMap<>();
    private String name;
    private int interval;

    VcsRoot(Project project, AbsoluteId id, String type, String name) {
        this.project = project;
        this.id = id;
        this.type = type;
        this.name = name;
    }

    final void put(String parameter, String value) {
        SecretForm.require(parameter, parameter, value);
        parameters.put(parameter, Placed.here(value));
    }

    final void rename(String newName) {
        name = newName;
    }

    final void lookEvery(int seconds) {
        interval = seconds;
    }

    @Override
    public final String id() {
        return id.value();
    }

    final Project project() {
        return project;
    }

    final String type() {
        return type;
    }

    final Origin origin() {
        return origin;
    }

    final String name() {
        return name;
    }

    final int interval() {
        return interval;
    }

    final SortedMap<String, Placed<String>> parameters() {
        return Collections.unmodifiableSortedMap(parameters);
    }
}
