package org.ecsdelivery.engine.deploy;

import java.util.Locale;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.TargetState.Health;
import org.ecsdelivery.engine.event.Rung;

/** The short words for where things stand. */
final class Words {
    private Words() {}

    static String of(Rung rung) {
        return rung == Rung.SELECTED ? "selected to stop" : rung.name().toLowerCase(Locale.ROOT);
    }

    static String of(Health health) {
        return health.name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** Returns the name of a target group, which people know it by. */
    static String targetGroup(String arn) {
        return arn.replaceFirst("^.*:targetgroup/", "").replaceFirst("/.*$", "");
    }

    static String of(DeploymentState deployment) {
        return "deployment " + deployment.id() + " (" + RevisionState.shortId(deployment.taskDefinition()) + ") "
                + deployment.rollout() + " with " + deployment.running() + " of " + deployment.desired() + " running, "
                + deployment.pending() + " pending"
                + (deployment.failed() > 0 ? ", " + deployment.failed() + " failed in a row" : "");
    }
}
