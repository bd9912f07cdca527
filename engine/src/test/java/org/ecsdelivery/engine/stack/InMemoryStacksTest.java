package org.ecsdelivery.engine.stack;

import java.time.Duration;

class InMemoryStacksTest extends StackApiContract {
    private final InMemoryStacks stacks = new InMemoryStacks();

    @Override
    protected StackApi stacks() {
        return stacks;
    }

    @Override
    protected void pass(Duration time) {
        // everything happens at once here
    }
}
