package org.ecsdelivery.engine.deploy;

import java.util.Optional;
import org.ecsdelivery.common.settings.OnPause;
import org.ecsdelivery.engine.ecs.EcsApi.PauseAnswer;
import org.ecsdelivery.engine.ecs.ServiceDeploymentState;
import org.ecsdelivery.engine.ecs.TrafficRules;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.TransientFailure;

/**
 * Answers the pause hooks that our deployment comes to, where the settings say what. One look may come before the hook waits,
 * and a linear or canary shift comes back to it, so ECS is asked at each look at a stage that has one.
 */
final class PauseHooks {
    private final OnPause onPause;
    private final Fleet fleet;
    private final Sight sight;
    private final StageWatch stages;
    private final Moments moments;
    private final EngineListener listener;
    private boolean lost;
    private boolean refused;
    private boolean rolledBack;

    PauseHooks(OnPause onPause, Fleet fleet, Sight sight, StageWatch stages, Moments moments, EngineListener listener) {
        this.onPause = onPause;
        this.fleet = fleet;
        this.sight = sight;
        this.stages = stages;
        this.moments = moments;
        this.listener = listener;
    }

    /** Takes ECS's record of our deployment, where there is one. */
    void look(Optional<ServiceDeploymentState> record, TrafficRules rules) {
        boolean concerned = onPause != OnPause.WAIT && !lost;
        if (!concerned) {
            return;
        }
        if (sight.hides(Sight.View.RECORD) && rules.hooks().stream().anyMatch(TrafficRules.Hook::isPause)) {
            lose("A pause hook cannot be answered without ECS's record of the deployment.");
        } else if (record.isPresent()
                && !record.get().isOver()
                && !record.get().isRolledBack()
                && stages.standsAtPause()) {
            answer(record.get().arn());
        }
    }

    private void answer(String record) {
        PauseAnswer answer = onPause == OnPause.CONTINUE ? PauseAnswer.CONTINUE : PauseAnswer.ROLL_BACK;
        try {
            if (fleet.answerPauses(record, answer) > 0) {
                rolledBack = onPause == OnPause.ROLL_BACK;
                listener.on(new DeployEvent.PauseAnswered(stages.stage().orElse(""), answer, moments.now()));
            }
        } catch (TransientFailure later) {
            throw later;
        } catch (AccessDenied denied) {
            lose("A pause hook cannot be answered: " + denied.getMessage());
        } catch (EngineException notTaken) {
            doubt(notTaken);
        }
    }

    private void lose(String why) {
        lost = true;
        warn(
                why
                        + " ECS waits there until somebody continues or rolls back on the Deployment tab of the build or in the ECS console.");
    }

    /** Somebody else may have been quicker; where not, the next look tries again. */
    private void doubt(EngineException notTaken) {
        if (!refused) {
            warn("ECS did not take the answer to a pause hook, which is tried again while it waits: "
                    + notTaken.getMessage());
        }
        refused = true;
    }

    private void warn(String text) {
        listener.on(new EngineEvent.Warned(text));
    }

    /** Tells whether the deployment stands at a hook that this step answers. */
    boolean areDue() {
        return onPause != OnPause.WAIT && !lost && stages.standsAtPause();
    }

    /** Tells whether this step said that the deployment goes back. */
    boolean haveRolledBack() {
        return rolledBack;
    }
}
