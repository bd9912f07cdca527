package org.ecsdelivery.dsl;

/** Something that others name by its id. */
public interface Reference {
    /** Returns the id that the whole server knows it by; that of a connection, in its project and below. */
    String id();
}
