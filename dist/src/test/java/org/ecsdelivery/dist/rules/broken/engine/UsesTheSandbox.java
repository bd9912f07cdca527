package org.ecsdelivery.dist.rules.broken.engine;

import org.ecsdelivery.dist.rules.broken.sandbox.Toy;

public record UsesTheSandbox(Toy toy) {}
