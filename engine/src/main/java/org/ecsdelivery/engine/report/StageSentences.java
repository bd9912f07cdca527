package org.ecsdelivery.engine.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.engine.ecs.EcsApi.PauseAnswer;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.DeployEvent.PauseAnswered;
import org.ecsdelivery.engine.event.DeployEvent.StageReached;
import org.ecsdelivery.engine.event.DeployEvent.TrafficShifted;
import org.ecsdelivery.engine.report.Passage.Level;
import org.ecsdelivery.engine.report.Passage.Line;
import org.ecsdelivery.engine.report.Passage.Progress;

/** The sentences of a deployment that shifts traffic. */
final class StageSentences {
    private static final Map<String, String> MEANING = Map.of(
            "RECONCILE_SERVICE", "ECS puts an unfinished deployment in order first",
            "PRE_SCALE_UP", "the new tasks are about to start",
            "SCALE_UP", "the new tasks start beside the old ones",
            "POST_SCALE_UP", "the new tasks have started",
            "TEST_TRAFFIC_SHIFT", "test traffic goes to the new tasks",
            "POST_TEST_TRAFFIC_SHIFT", "test traffic has gone to the new tasks",
            "PRODUCTION_TRAFFIC_SHIFT", "production traffic goes to the new tasks",
            "POST_PRODUCTION_TRAFFIC_SHIFT", "production traffic has gone to the new tasks",
            "BAKE_TIME", "old and new tasks both stay",
            "CLEAN_UP", "the old tasks go");

    private StageSentences() {}

    static List<Passage> of(DeployEvent event) {
        if (event instanceof TrafficShifted shifted) {
            return List.of(
                    new Progress("Traffic: " + percent(shifted.percent()) + " of production goes to the new tasks."));
        }
        if (event instanceof PauseAnswered answered) {
            return List.of(new Progress("ECS waited at a pause hook of the service ("
                    + answered.stage() + "): this step told it to "
                    + (answered.answer() == PauseAnswer.CONTINUE ? "continue." : "roll back.")));
        }
        StageReached reached = (StageReached) event;
        Passage stage = new Progress("Stage " + reached.stage()
                + Optional.ofNullable(MEANING.get(reached.stage()))
                        .map(meaning -> ": " + meaning)
                        .orElse("")
                + reached.bake().map(bake -> " for " + Amount.of(bake)).orElse("") + ".");
        return reached.pause() ? List.of(stage, new Line(Level.WARNING, pause(reached.stage()))) : List.of(stage);
    }

    private static String pause(String stage) {
        return "A pause hook of the service stands at " + stage
                + ": ECS waits until somebody continues or rolls back on the Deployment tab of the build or in the ECS console,"
                + " at most as long as the hook says (24 h unless it says otherwise), and then does what the hook says"
                + " (rolls back unless it says otherwise). This step follows until its own time limit; with CONTINUE or"
                + " ROLL_BACK, At a pause hook (deploy.onPause) would answer.";
    }

    /** Returns a share such as {@code 12.5 %}. */
    static String percent(double share) {
        return BigDecimal.valueOf(share)
                        .setScale(1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }
}
