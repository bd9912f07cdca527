package org.ecsdelivery.dsl;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ecsdelivery.dsl.xml.Origin;

/**
 * Something with a name, a description and parameters. It is one thing with an identity: its methods change it and return it.
 *
 * @param <S> the thing itself
 */
public abstract sealed class Named<S extends Named<S>> permits Project, General {
    private final AbsoluteId id;
    private final Origin origin = Caller.origin();
    private final SortedMap<String, Placed<Param>> params = new TreeMap<>();
    private String name;
    private String description = "";

    Named(AbsoluteId id, String name) {
        this.id = id;
        this.name = name;
    }

    abstract S self();

    /** Returns the id that the whole server knows it by. */
    public String id() {
        return id.value();
    }

    final AbsoluteId absoluteId() {
        return id;
    }

    final Origin origin() {
        return origin;
    }

    final String name() {
        return name;
    }

    final String description() {
        return description;
    }

    final SortedMap<String, Placed<Param>> params() {
        return Collections.unmodifiableSortedMap(params);
    }

    /** Gives it a name for people; without one it is called as its id is here. */
    public final S name(String newName) {
        name = newName;
        return self();
    }

    /** Gives it a description. */
    public final S description(String text) {
        description = text;
        return self();
    }

    /** Sets a parameter; {@code env.} and {@code system.} before its name make it a variable of processes or a property of tools. */
    public final S param(String parameter, String value) {
        return put(new Param(parameter, value, ""));
    }

    /** Sets a parameter that people see or enter in a form. */
    public final S param(String parameter, String value, ParamSpec spec) {
        return put(new Param(parameter, value, spec.toString()));
    }

    /** Sets a parameter that holds a secret, shown to nobody. */
    public final S password(String parameter, Secret secret) {
        return password(parameter, secret, ParamSpec.password().hidden());
    }

    /** Sets a parameter that holds a secret, with a form for it. */
    public final S password(String parameter, Secret secret, ParamSpec spec) {
        return put(new Param(parameter, secret.form(), spec.toString()));
    }

    private S put(Param param) {
        params.put(param.name(), Placed.here(param));
        return self();
    }

    /**
     * A parameter.
     *
     * @param name its name
     * @param value its value
     * @param spec its form, empty for none
     */
    record Param(String name, String value, String spec) {}
}
