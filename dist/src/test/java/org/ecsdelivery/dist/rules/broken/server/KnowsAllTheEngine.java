package org.ecsdelivery.dist.rules.broken.server;

import org.ecsdelivery.dist.rules.broken.engine.WantsFinal;

public record KnowsAllTheEngine(WantsFinal engine) {}
