package org.ecsdelivery.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineEvent.Phase;
import org.ecsdelivery.engine.event.EngineEvent.PhaseFinished;
import org.ecsdelivery.engine.event.EngineEvent.PhaseStarted;
import org.ecsdelivery.engine.event.EngineEvent.Warned;
import org.ecsdelivery.engine.time.VirtualTime;
import org.junit.jupiter.api.Test;

class ToldOnceTest {
    private final List<EngineEvent> heard = new ArrayList<>();
    private final ToldOnce once = new ToldOnce(heard::add, new VirtualTime());

    @Test
    void leavesOutASecondLookThatFindsTheSame() {
        look("no alarm is set");
        heard.clear();

        look("no alarm is set");

        assertThat(heard).isEmpty();
    }

    @Test
    void tellsOfASecondLookWhatItFindsAnew() {
        look("no alarm is set");
        heard.clear();

        look("no alarm is set", "a deployment runs");

        assertThat(heard)
                .containsExactly(
                        new PhaseStarted(Phase.PREFLIGHT),
                        new Warned("a deployment runs"),
                        new PhaseFinished(Phase.PREFLIGHT));
    }

    @Test
    void tellsWhatHappensLaterAsOftenAsItHappens() {
        look("a look failed");
        once.on(new Warned("a look failed"));
        once.on(new Warned("a look failed"));

        assertThat(heard).filteredOn(new Warned("a look failed")::equals).hasSize(3);
    }

    @Test
    void passesOnEachEventThatHasNoSentence() {
        once.on(new PhaseStarted(Phase.PREFLIGHT));
        once.on(new DeployEvent.AwsAsked(Map.of("ecs", 1L)));
        once.on(new DeployEvent.AwsAsked(Map.of("ecs", 2L)));
        once.on(new PhaseFinished(Phase.PREFLIGHT));

        assertThat(heard)
                .containsExactly(
                        new DeployEvent.AwsAsked(Map.of("ecs", 1L)), new DeployEvent.AwsAsked(Map.of("ecs", 2L)));
    }

    private void look(String... findings) {
        once.on(new PhaseStarted(Phase.PREFLIGHT));
        for (String finding : findings) {
            once.on(new Warned(finding));
        }
        once.on(new PhaseFinished(Phase.PREFLIGHT));
    }
}
