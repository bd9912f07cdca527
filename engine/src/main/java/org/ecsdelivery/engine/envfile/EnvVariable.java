package org.ecsdelivery.engine.envfile;

/**
 * One variable of an env file.
 *
 * @param name its name; which names can be written is up to the dialect
 * @param value its value, never shown
 * @param origin where it comes from
 * @param secret whether logs must mask the value
 */
public record EnvVariable(String name, String value, EnvOrigin origin, boolean secret) {

    /** Returns the variable under another value of the same origin. */
    public EnvVariable withValue(String other) {
        return new EnvVariable(name, other, origin, secret);
    }

    /** Leaves the value out. */
    @Override
    public String toString() {
        return name + " (" + origin.words() + ")";
    }
}
