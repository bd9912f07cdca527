package org.ecsdelivery.dist.rules.broken.cycle.egg;

import org.ecsdelivery.dist.rules.broken.cycle.chicken.Chicken;

public record Egg(Chicken from) {}
