package org.ecsdelivery.engine.ecs;

import org.ecsdelivery.engine.time.VirtualTime;

/** The alarms in memory keep the contract, so tests of the deploy step may trust them. */
class InMemoryAlarmsTest extends AlarmApiContract {
    private final InMemoryEcs ecs = new InMemoryEcs(new VirtualTime());

    @Override
    protected AlarmApi alarms() {
        return ecs;
    }

    @Override
    protected void fires(String name) {
        ecs.inAlarm(name);
    }

    @Override
    protected void calm(String name) {
        // what is not said to fire does not
    }
}
