package org.ecsdelivery.dsl;

/** A project that others name: one of these settings, or one that is {@link External}. */
public sealed interface ProjectReference extends Reference permits Project, External.OuterProject {}
