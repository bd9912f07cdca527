package org.ecsdelivery.engine.deploy;

import java.util.List;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.EngineException;

/** Passes events on; when ECS says that protected tasks hold the deployment up, tells which ones, and until when. */
final class ProtectionNews implements EngineListener {
    /** As in "was unable to scale in. Reason: The number of protected tasks is more than ...". */
    private static final String HELD_UP = "number of protected tasks";

    private final Fleet fleet;
    private final String ownDeployment;
    private final EngineListener listener;
    private boolean told;

    ProtectionNews(Fleet fleet, String ownDeployment, EngineListener listener) {
        this.fleet = fleet;
        this.ownDeployment = ownDeployment;
        this.listener = listener;
    }

    @Override
    public void on(EngineEvent event) {
        listener.on(event);
        if (!told
                && event instanceof DeployEvent.ServiceMessage message
                && message.event().message().contains(HELD_UP)) {
            told = true;
            tell();
        }
    }

    private void tell() {
        Protection protection = new Protection(fleet);
        List<TaskState> held = protection.among(oldTasks());
        if (!held.isEmpty()) {
            listener.on(new EngineEvent.Warned(
                    "The deployment waits: " + String.join(" Also, ", protection.inWords(held))));
        }
    }

    /** What cannot be seen is left out: ECS's own line is told in any case. */
    private List<TaskState> oldTasks() {
        try {
            return fleet.runningTasks().stream()
                    .filter(task -> !task.shallStop() && !task.startedBy().equals(ownDeployment))
                    .toList();
        } catch (EngineException unseen) {
            return List.of();
        }
    }
}
