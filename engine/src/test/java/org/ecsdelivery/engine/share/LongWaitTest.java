package org.ecsdelivery.engine.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.ecs.EcsApi;
import org.ecsdelivery.engine.ecs.InMemoryEcs;
import org.ecsdelivery.engine.event.DeployEvent.TurnAwaited;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.time.Pause;
import org.ecsdelivery.engine.time.VirtualTime;
import org.junit.jupiter.api.Test;

class LongWaitTest {
    private final VirtualTime time = new VirtualTime();
    private final InMemoryEcs world = new InMemoryEcs(time, "old1");
    private final List<EngineEvent> events = new ArrayList<>();
    /** Many threads that wait at the same time, seen from one. */
    private final Pause notAtAll = duration -> {};

    private final EcsApi ecs = new SharedAws(world, world, time, notAtAll, events::add).ecs();

    @Test
    void tellsOfRegistrationsThatWaitLongerThanFiveSecondsForTheirTurn() {
        register(10 + 4);
        assertThat(events).isEmpty();

        register(1);

        assertThat(events).containsExactly(new TurnAwaited("ecs:RegisterTaskDefinition", Duration.ofMillis(6250)));
    }

    private void register(int times) {
        for (int i = 0; i < times; i++) {
            ecs.register(
                    InMemoryEcs.revisionArn(1),
                    new ContainerName("app"),
                    ImageReference.parse("registry.example.org/web:2"),
                    RevisionChanges.NONE,
                    Map.of());
        }
    }
}
