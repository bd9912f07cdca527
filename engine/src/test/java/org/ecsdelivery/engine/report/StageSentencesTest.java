package org.ecsdelivery.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.engine.ecs.TrafficRules;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.DeployEvent.StageReached;
import org.ecsdelivery.engine.event.DeployEvent.TrafficShifted;
import org.junit.jupiter.api.Test;

class StageSentencesTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static List<String> told(DeployEvent event) {
        return StageSentences.of(event).stream()
                .map(each -> each instanceof Passage.Line line ? line.text() : ((Passage.Progress) each).text())
                .toList();
    }

    @Test
    void tellsHowLongTheBakeTimeTakes() {
        assertThat(told(new StageReached("BAKE_TIME", Optional.of(Duration.ofMinutes(5)), false, NOON)))
                .containsExactly("Stage BAKE_TIME: old and new tasks both stay for 5 min.");
    }

    @Test
    void tellsOfAStageWhoseMeaningItDoesNotKnow() {
        assertThat(told(new StageReached("SOMETHING_NEW", Optional.empty(), false, NOON)))
                .containsExactly("Stage SOMETHING_NEW.");
    }

    @Test
    void tellsWhoCanEndAPause() {
        assertThat(told(new StageReached("POST_SCALE_UP", Optional.empty(), true, NOON)))
                .hasSize(2)
                .last()
                .asString()
                .contains("A pause hook of the service stands at POST_SCALE_UP")
                .contains("in the ECS console");
    }

    @Test
    void tellsSharesWithoutNeedlessDigits() {
        assertThat(told(new TrafficShifted(12.5, NOON)))
                .containsExactly("Traffic: 12.5 % of production goes to the new tasks.");
        assertThat(told(new TrafficShifted(100, NOON)))
                .containsExactly("Traffic: 100 % of production goes to the new tasks.");
    }

    @Test
    void thePlanTellsStepsAndBakeTime() {
        TrafficRules rules = new TrafficRules(
                Duration.ofMinutes(5),
                Optional.of(new TrafficRules.Step(25, Duration.ofMinutes(2), 3)),
                List.of(
                        new TrafficRules.Hook(List.of("POST_SCALE_UP"), Optional.empty()),
                        new TrafficRules.Hook(List.of("PRE_SCALE_UP"), Optional.of("arn:function"))));

        assertThat(TrafficSentences.pace(rules))
                .isEqualTo(
                        ": all new tasks start beside the old ones, then production traffic shifts by 25 % at a time,"
                                + " 3 times with 2 min after it, and then the rest; bake time 5 min");
        assertThat(TrafficSentences.hooks(rules))
                .containsExactly(
                        "At POST_SCALE_UP it waits until somebody continues or rolls back.",
                        "At PRE_SCALE_UP arn:function decides whether it goes on.");
    }
}
