package org.ecsdelivery.engine.ecs;

/** The tasks in memory keep the contract, so tests of the task step may trust them. */
class InMemoryTaskRunsTest extends TaskRunApiContract {
    private final InMemoryTaskRuns tasks = new InMemoryTaskRuns(APP).withBystander(SIDECAR);

    @Override
    protected TaskRunApi tasks() {
        return tasks;
    }

    @Override
    protected void haveNoRoomOnce() {
        tasks.refuse("RESOURCE:MEMORY");
    }

    @Override
    protected void letItEnd(int exitCode) {
        tasks.exit(exitCode, 143);
    }
}
