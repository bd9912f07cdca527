package org.ecsdelivery.dsl;

/** A template that others name: one of these settings, or one that is {@link External}. */
public sealed interface TemplateReference extends Reference permits Template, External.OuterTemplate {}
