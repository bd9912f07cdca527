package org.ecsdelivery.engine.set;

import java.util.Optional;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.failure.EngineException;

/**
 * What became of one of several services, as far as that is known.
 *
 * @param settings what was asked for
 * @param stage how far the step came with it
 * @param result how its deployment ended; empty while that is not known
 * @param failure why that will never be known, or why nothing could be begun; empty else
 * @param before ARN of the revision it ran before
 * @param deployment the id of its deployment, once there was one
 * @param taskDefinition ARN of the revision that the deployment brings
 * @param back how it was taken back; empty when it was not
 */
public record ServiceOutcome(
        DeploySettings settings,
        Stage stage,
        Optional<DeployResult> result,
        Optional<EngineException> failure,
        Optional<String> before,
        Optional<String> deployment,
        Optional<String> taskDefinition,
        Optional<Back> back) {
    /** How far the step came with a service. */
    public enum Stage {
        /** It was looked at, at most. */
        NOT_BEGUN,
        /** Its turn has come, and the end is not seen. */
        UNDER_WAY,
        /** Its turn is over. */
        OVER
    }

    /**
     * The way back to the earlier revision.
     *
     * @param done whether the service runs it again
     * @param text how it ended, a full sentence
     */
    public record Back(boolean done, String text) {}

    /** Tells whether its deployment, or the plan of one, came as far as was asked for. */
    public boolean isSuccess() {
        return result.filter(each -> each instanceof DeployResult.Succeeded || each instanceof DeployResult.Planned)
                .isPresent();
    }

    /** Tells whether it could not be deployed. */
    public boolean isFailure() {
        return stage != Stage.UNDER_WAY && !isSuccess() && (result.isPresent() || failure.isPresent());
    }

    /** Tells whether it runs what it ran before, because ECS or this step took it back. */
    public boolean isBack() {
        return back.filter(Back::done).isPresent()
                || result.filter(each -> each instanceof DeployResult.RolledBack rolled
                                && rolled.wayBack() == DeployResult.WayBack.COMPLETE)
                        .isPresent();
    }
}
