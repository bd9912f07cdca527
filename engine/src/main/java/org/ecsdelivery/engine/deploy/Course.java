package org.ecsdelivery.engine.deploy;

import org.ecsdelivery.engine.ecs.DeploymentState;

/** Where our deployment is heading, by identity: what one look at the service tells about the deployment with our id. */
sealed interface Course {
    /** ECS works on it, or has not shown it yet. */
    record UnderWay() implements Course {}

    /** ECS is done with it and heads for nothing else. */
    record Completed() implements Course {}

    /** ECS gave it up and will not go back. */
    record GivenUp(String reason) implements Course {}

    /** ECS heads back. */
    record HeadingBack(DeploymentState to, String reason) implements Course {}

    /** ECS heads for somebody else's deployment. */
    record Overtaken(DeploymentState by) implements Course {}
}
