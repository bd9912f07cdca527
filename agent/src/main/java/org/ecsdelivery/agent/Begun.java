package org.ecsdelivery.agent;

import java.util.Optional;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.event.DeployEvent.DeploymentAdopted;
import org.ecsdelivery.engine.event.DeployEvent.DeploymentStarted;
import org.ecsdelivery.engine.event.DeployEvent.RevisionRegistered;
import org.ecsdelivery.engine.event.DeployEvent.RevisionReused;
import org.ecsdelivery.engine.event.DeployEvent.RollingBack;
import org.ecsdelivery.engine.event.DeployEvent.TurnedBack;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.SetEvent.TakingBack;

/** Remembers what a deploy step has begun in AWS, so that it can be told when the step does not see the end of it. */
final class Begun implements EngineListener {
    private Optional<String> taskDefinition = Optional.empty();
    private Optional<String> deployment = Optional.empty();
    private Optional<TurnedBack> turned = Optional.empty();
    private Optional<String> backTo = Optional.empty();

    @Override
    public synchronized void on(EngineEvent event) {
        if (event instanceof RevisionRegistered registered) {
            taskDefinition = Optional.of(registered.to());
        } else if (event instanceof RevisionReused reused) {
            taskDefinition = Optional.of(reused.taskDefinition());
        } else if (event instanceof DeploymentAdopted adopted) {
            deployment = Optional.of(adopted.deployment().id());
        } else if (event instanceof DeploymentStarted started) {
            deployment = Optional.of(started.deployment().id());
        } else if (event instanceof TurnedBack back) {
            turned = Optional.of(back);
        } else if (event instanceof RollingBack back) {
            backTo = Optional.of(RevisionState.shortId(back.to().taskDefinition()));
        } else if (event instanceof TakingBack taking) {
            backTo = Optional.of(RevisionState.shortId(taking.to()));
        }
    }

    synchronized Optional<String> taskDefinition() {
        return taskDefinition;
    }

    synchronized Optional<String> deployment() {
        return deployment;
    }

    synchronized String leftBehind() {
        String what = "The deployment " + deployment.map(id -> id + " ").orElse("") + "of " + revision();
        if (backTo.isPresent()) {
            return what + " is being rolled back by ECS to " + backTo.get() + ".";
        }
        if (turned.isPresent()) {
            return what + turned(turned.get());
        }
        if (deployment.isPresent()) {
            return what + " goes on in ECS.";
        }
        return taskDefinition.isPresent()
                ? "Revision " + revision() + " is registered; the service may not have been updated to it."
                : "Nothing was changed in ECS.";
    }

    private static String turned(TurnedBack back) {
        return switch (back.step()) {
            case ASKED -> " is to be rolled back: ECS is asked, and has not answered yet.";
            case TAKEN -> " is to be rolled back: ECS took the request.";
            case NEEDLESS -> " is not rolled back: " + back.why() + ".";
            case REFUSED -> " goes on in ECS: it could not be rolled back. " + back.why();
        };
    }

    private String revision() {
        return taskDefinition.map(RevisionState::shortId).orElse("the revision");
    }
}
