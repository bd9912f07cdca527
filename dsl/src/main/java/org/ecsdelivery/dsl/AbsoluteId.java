package org.ecsdelivery.dsl;

/**
 * An id that is used as it is, where others get the id of their project before their own.
 *
 * @param value the id
 */
public record AbsoluteId(String value) {
    /** Returns an id as the server knows it. */
    public static AbsoluteId of(String value) {
        return new AbsoluteId(value);
    }

    AbsoluteId below(String local) {
        return new AbsoluteId(value + "_" + local);
    }

    @Override
    public String toString() {
        return value;
    }
}
