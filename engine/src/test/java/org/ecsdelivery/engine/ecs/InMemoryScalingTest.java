package org.ecsdelivery.engine.ecs;

import org.ecsdelivery.engine.time.VirtualTime;

/** The scaling in memory keeps the contract, so tests of the deploy step may trust it. */
class InMemoryScalingTest extends ScalingApiContract {
    private final InMemoryEcs ecs = new InMemoryEcs(new VirtualTime());

    @Override
    protected ScalingApi scaling() {
        return ecs;
    }

    @Override
    protected void scaledBetween(int minimum, int maximum) {
        ecs.scaledBetween(minimum, maximum);
    }
}
