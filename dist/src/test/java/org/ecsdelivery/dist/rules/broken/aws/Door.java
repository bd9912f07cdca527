package org.ecsdelivery.dist.rules.broken.aws;

/** What the room aws offers. */
public record Door() {}
