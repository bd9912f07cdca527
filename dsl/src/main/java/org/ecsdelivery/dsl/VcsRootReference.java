package org.ecsdelivery.dsl;

/** A VCS root that others name: one of these settings, or one that is {@link External}. */
public sealed interface VcsRootReference permits VcsRoot, External.OuterVcsRoot {
    /** Returns the id that the whole server knows it by. */
    String id();
}
