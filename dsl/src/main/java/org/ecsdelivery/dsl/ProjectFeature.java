package org.ecsdelivery.dsl;

/** What a project has beside its configurations: a connection, a report tab, versioned settings. */
public interface ProjectFeature extends Setting {}
