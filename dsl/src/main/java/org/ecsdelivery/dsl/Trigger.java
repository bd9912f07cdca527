package org.ecsdelivery.dsl;

/** What starts a build. Triggers are values: every setter returns a copy. */
public interface Trigger extends Setting {}
