package org.ecsdelivery.dsl;

/** A project that others name: one of these settings, or one that is {@link External}. */
public sealed interface ProjectReference permits Project, External.OuterProject {
    /** Returns the id that the whole server knows it by. */
    String id();
}
