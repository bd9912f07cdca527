package org.ecsdelivery.dist.rules.broken.cycle.chicken;

import org.ecsdelivery.dist.rules.broken.cycle.egg.Egg;

public record Chicken(Egg from) {}
