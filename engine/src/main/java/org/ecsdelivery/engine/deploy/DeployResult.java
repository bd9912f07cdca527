package org.ecsdelivery.engine.deploy;

import java.time.Duration;
import org.ecsdelivery.common.settings.FinishLevel;

/** How a deployment ended. Each end is another build result; none is guessed from the clock. */
public sealed interface DeployResult {
    /** Returns the id of our deployment, {@code ecs-svc/...}; empty when none was to be begun. */
    String deployment();

    /** Returns the ARN of our revision. */
    String taskDefinition();

    /**
     * It was a dry run.
     *
     * @param taskDefinition ARN of the revision that the service runs, and goes on to run
     */
    record Planned(String taskDefinition) implements DeployResult {
        @Override
        public String deployment() {
            return "";
        }
    }

    /**
     * It came as far as was asked for.
     *
     * @param level the level asked for
     * @param took since the deployment started
     */
    record Succeeded(String deployment, String taskDefinition, FinishLevel level, Duration took)
            implements DeployResult {}

    /**
     * ECS went back to an earlier revision.
     *
     * @param backTo ARN of the earlier revision
     * @param reason why, in ECS's own words
     * @param by what made it go back
     * @param wayBack how far the way back came
     */
    record RolledBack(
            String deployment, String taskDefinition, String backTo, String reason, RolledBackBy by, WayBack wayBack)
            implements DeployResult {}

    /** How far ECS came on its way back. */
    enum WayBack {
        /** The service runs the earlier revision again. */
        COMPLETE,
        /** The deployment of the earlier revision failed too. */
        FAILED,
        /** It was still under way when the time limit passed. */
        UNDER_WAY
    }

    /**
     * Another deployment took its place.
     *
     * @param by the id of the other deployment
     * @param otherTaskDefinition ARN of the revision that it brings
     * @param origin who registered that revision
     */
    record Superseded(String deployment, String taskDefinition, String by, String otherTaskDefinition, Origin origin)
            implements DeployResult {}

    /**
     * ECS gave it up and did not go back.
     *
     * @param reason why, in ECS's own words
     * @param first whether no deployment of the service had completed before, so that there was none to go back to
     */
    record Failed(String deployment, String taskDefinition, String reason, boolean first) implements DeployResult {}

    /**
     * The time limit passed first.
     *
     * @param level the level asked for
     * @param limit the time limit
     * @param lastSeen where everything stood
     * @param goesOn what becomes of the deployment; a full sentence
     */
    record TimedOut(
            String deployment, String taskDefinition, FinishLevel level, Duration limit, String lastSeen, String goesOn)
            implements DeployResult {
        TimedOut whichGoesOn(String otherwise) {
            return new TimedOut(deployment, taskDefinition, level, limit, lastSeen, otherwise);
        }
    }
}
