package org.ecsdelivery.dist.rules.broken.unmarked;

public record MaybeNull(String value) {}
