package org.ecsdelivery.dsl;

/** A VCS root of any type, by raw parameter names. */
public final class AnyVcsRoot extends VcsRoot {
    AnyVcsRoot(Project project, AbsoluteId id, String type, String name) {
        super(project, id, type, name);
    }

    /** Gives it a name for people. */
    public AnyVcsRoot name(String newName) {
        rename(newName);
        return this;
    }

    /** Looks for changes every so many seconds, instead of as often as the server does. */
    public AnyVcsRoot checkEvery(int seconds) {
        lookEvery(seconds);
        return this;
    }

    /**
     * Sets a parameter.
     *
     * @throws IllegalArgumentException when the name starts with {@code secure:} and the value is a secret in plain text
     */
    public AnyVcsRoot set(String parameter, String value) {
        put(parameter, value);
        return this;
    }
}
