package org.ecsdelivery.agent;

import java.util.Optional;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.event.DeployEvent.DeploymentStarted;
import org.ecsdelivery.engine.event.DeployEvent.RevisionRegistered;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;

/** Remembers what a deploy step has begun in AWS, so that it can be told when the step does not see the end of it. */
final class Begun implements EngineListener {
    private Optional<String> taskDefinition = Optional.empty();
    private Optional<String> deployment = Optional.empty();

    @Override
    public synchronized void on(EngineEvent event) {
        if (event instanceof RevisionRegistered registered) {
            taskDefinition = Optional.of(registered.to());
        } else if (event instanceof DeploymentStarted started) {
            deployment = Optional.of(started.deployment().id());
        }
    }

    synchronized Optional<String> taskDefinition() {
        return taskDefinition;
    }

    synchronized Optional<String> deployment() {
        return deployment;
    }

    synchronized String leftBehind() {
        if (deployment.isPresent()) {
            return "The deployment " + deployment.get() + " of " + revision() + " goes on in ECS.";
        }
        return taskDefinition.isPresent()
                ? "Revision " + revision() + " is registered; the service may not have been updated to it."
                : "Nothing was changed in ECS.";
    }

    private String revision() {
        return taskDefinition.map(RevisionState::shortId).orElse("the revision");
    }
}
