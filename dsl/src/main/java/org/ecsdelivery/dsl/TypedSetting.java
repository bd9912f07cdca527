package org.ecsdelivery.dsl;

import java.util.List;
import java.util.Map;

/**
 * A trigger, a build feature or a project feature with setters of its own. Every setter returns a copy.
 *
 * @param <S> the setting itself
 */
public abstract class TypedSetting<S extends TypedSetting<S>> implements Setting {
    private final SettingValues values;

    TypedSetting(SettingValues values) {
        this.values = values;
    }

    abstract S copy(SettingValues newValues);

    /** Returns this under an id, for others to name it: a configuration made from a template replaces or disables it by this id. */
    public S id(String id) {
        return copy(values.id(id));
    }

    /** Returns this switched off. */
    public S disabled() {
        return copy(values.disabled());
    }

    /**
     * Returns this with a parameter by its raw name, for what has no setter here.
     *
     * @throws IllegalArgumentException when the name starts with {@code secure:} and the value is a secret in plain text
     */
    public S set(String parameter, String value) {
        return copy(values.set(parameter, value));
    }

    final S set(String parameter, boolean value) {
        return set(parameter, Boolean.toString(value));
    }

    final S set(String parameter, Reference reference) {
        return copy(values.set(parameter, reference.id()).naming(reference));
    }

    final S naming(Reference reference) {
        return copy(values.naming(reference));
    }

    @Override
    public final String id() {
        return values.id();
    }

    @Override
    public final String type() {
        return values.type();
    }

    @Override
    public final Map<String, String> parameters() {
        return values.parameters().asGiven();
    }

    @Override
    public final List<Reference> references() {
        return values.references();
    }

    @Override
    public final boolean enabled() {
        return values.enabled();
    }

    @Override
    public final String toString() {
        return type() + parameters();
    }
}
