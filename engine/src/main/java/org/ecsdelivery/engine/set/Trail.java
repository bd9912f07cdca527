package org.ecsdelivery.engine.set;

import java.util.Optional;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.event.DeployEvent.DeploymentStarted;
import org.ecsdelivery.engine.event.DeployEvent.Planned;
import org.ecsdelivery.engine.event.DeployEvent.RevisionRegistered;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;

/** Remembers of the deployment of one service what it takes to go back. */
final class Trail implements EngineListener {
    private Optional<String> before = Optional.empty();
    private Optional<String> revision = Optional.empty();
    private Optional<DeploymentState> deployment = Optional.empty();

    @Override
    public synchronized void on(EngineEvent event) {
        if (event instanceof Planned planned) {
            // what ECS has not completed may be what is wrong
            before = planned.plan()
                    .backTo()
                    .or(() -> Optional.of(planned.plan().service().taskDefinition()));
        } else if (event instanceof RevisionRegistered registered) {
            revision = Optional.of(registered.to());
        } else if (event instanceof DeploymentStarted started) {
            deployment = Optional.of(started.deployment());
        }
    }

    /** Returns the ARN of the revision that ran before. */
    synchronized Optional<String> before() {
        return before;
    }

    /** Returns the ARN of our revision. */
    synchronized Optional<String> revision() {
        return deployment.map(DeploymentState::taskDefinition).or(() -> revision);
    }

    /** Returns the id of our deployment. */
    synchronized Optional<String> deployment() {
        return deployment.map(DeploymentState::id);
    }
}
