package org.ecsdelivery.engine.ecs;

import java.util.ArrayList;
import java.util.List;
import org.ecsdelivery.engine.ecs.TargetState.Health;
import org.ecsdelivery.engine.time.VirtualTime;

/** The target group in memory keeps the contract, so tests of the deploy step may trust it. */
class InMemoryTargetGroupTest extends TargetGroupApiContract {
    private final InMemoryEcs ecs = new InMemoryEcs(new VirtualTime());
    private final List<Target> draining = new ArrayList<>();

    @Override
    protected TargetGroupApi groups() {
        return ecs;
    }

    @Override
    protected String group() {
        return InMemoryEcs.GROUP;
    }

    @Override
    protected void healthy(Target target) {
        ecs.target(target, Health.HEALTHY);
    }

    @Override
    protected void fresh(Target target) {
        ecs.target(target, Health.INITIAL);
    }

    @Override
    protected void deregister(Target target) {
        ecs.target(target, Health.DRAINING);
        draining.add(target);
    }

    @Override
    protected void letTheDelayPass() {
        draining.forEach(ecs::targetGone);
    }
}
