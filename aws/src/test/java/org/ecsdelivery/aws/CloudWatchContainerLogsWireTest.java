package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.ecsdelivery.engine.ecs.ContainerLogApi;
import org.ecsdelivery.engine.ecs.ContainerLogApiContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Container logs over the wire. */
class CloudWatchContainerLogsWireTest extends ContainerLogApiContract {
    private final ClientsOfLocalAws sandbox = new ClientsOfLocalAws();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Override
    protected ContainerLogApi logs() {
        return sandbox.clients.containerLogs();
    }

    @Override
    protected Instant now() {
        return sandbox.clock.instant();
    }

    @Override
    protected void write(String group, String stream, List<String> lines) {
        sandbox.aws.logs().append(group, stream, sandbox.clock.instant(), lines);
    }

    @Test
    void readsNoFurtherThanItHasTo() {
        write("/ecs/web", "ecs/app/1", List.of("one", "two", "three"));
        logs().tail("/ecs/web", "ecs/app/1", 2);
        assertThat(sandbox.aws.calls().count("logs", "GetLogEvents")).isEqualTo(1);
    }

    @Test
    void stopsWhereTheLogBegins() {
        write("/ecs/web", "ecs/app/1", List.of("one"));
        logs().tail("/ecs/web", "ecs/app/1", 20);
        assertThat(sandbox.aws.calls().count("logs", "GetLogEvents")).isEqualTo(2);
    }
}
