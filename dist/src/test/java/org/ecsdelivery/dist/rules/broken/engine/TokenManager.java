package org.ecsdelivery.dist.rules.broken.engine;

public record TokenManager(String token) {}
