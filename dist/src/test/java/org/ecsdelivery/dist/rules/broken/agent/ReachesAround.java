package org.ecsdelivery.dist.rules.broken.agent;

import org.ecsdelivery.dist.rules.broken.aws.Door;

/** A runner that opens AWS by itself. */
public record ReachesAround(Door door) {}
