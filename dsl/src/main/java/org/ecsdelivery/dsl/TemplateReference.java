package org.ecsdelivery.dsl;

/** A template that others name: one of these settings, or one that is {@link External}. */
public sealed interface TemplateReference permits Template, External.OuterTemplate {
    /** Returns the id that the whole server knows it by. */
    String id();
}
