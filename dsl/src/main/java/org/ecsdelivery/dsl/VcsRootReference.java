package org.ecsdelivery.dsl;

/** A VCS root that others name: one of these settings, or one that is {@link External}. */
public sealed interface VcsRootReference extends Reference permits VcsRoot, External.OuterVcsRoot {}
