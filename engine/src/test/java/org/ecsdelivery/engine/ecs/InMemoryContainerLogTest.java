package org.ecsdelivery.engine.ecs;

import java.time.Instant;
import java.util.List;
import org.ecsdelivery.engine.time.VirtualTime;

/** The container log in memory keeps the contract, so tests of the deploy step may trust it. */
class InMemoryContainerLogTest extends ContainerLogApiContract {
    private final InMemoryEcs ecs = new InMemoryEcs(new VirtualTime());

    @Override
    protected ContainerLogApi logs() {
        return ecs;
    }

    @Override
    protected Instant now() {
        return VirtualTime.START;
    }

    @Override
    protected void write(String group, String stream, List<String> lines) {
        ecs.logs(group, stream, lines);
    }
}
