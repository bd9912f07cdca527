package org.ecsdelivery.dist.rules.broken.sandbox;

/** What the room sandbox offers. */
public record Toy() {}
