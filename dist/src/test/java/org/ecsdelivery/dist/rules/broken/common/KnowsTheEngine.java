package org.ecsdelivery.dist.rules.broken.common;

import org.ecsdelivery.dist.rules.broken.engine.WantsFinal;

public record KnowsTheEngine(WantsFinal engine) {}
