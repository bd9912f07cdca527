package org.ecsdelivery.dsl;

/** A connection of a project, by which features name an account elsewhere. */
public interface Connection extends Reference {}
