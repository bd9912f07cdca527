package org.ecsdelivery.engine.coverage.gate;

/**
 * A demand that is not met.
 *
 * @param identity what TeamCity tells build problems apart by, the same from build to build; a Java identifier of at most 60 characters
 * @param text what is missing, by how much, where, and which setting demands it
 */
public record Shortfall(String identity, String text) {}
