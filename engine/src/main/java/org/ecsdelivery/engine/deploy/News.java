package org.ecsdelivery.engine.deploy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.ServiceEvent;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.EngineListener;

/** Passes on what changed, and only that. */
final class News {
    private final EngineListener listener;
    private final Set<String> known = new HashSet<>();
    private Optional<DeploymentState> last = Optional.empty();

    /** Takes the events that were there before; they are not news. */
    News(List<ServiceEvent> before, EngineListener listener) {
        this.listener = listener;
        before.forEach(each -> known.add(each.id()));
    }

    /** Tells the lines ECS wrote since the last time, oldest first; lines are told apart by id, never by time. */
    void tell(List<ServiceEvent> newestFirst) {
        List<ServiceEvent> inOrder = new ArrayList<>(newestFirst);
        Collections.reverse(inOrder);
        inOrder.stream()
                .filter(each -> known.add(each.id()))
                .forEach(each -> listener.on(new DeployEvent.ServiceMessage(each)));
    }

    /** Tells of a deployment if anything in it changed. */
    void tell(DeploymentState now) {
        if (last.filter(now::equals).isEmpty()) {
            last = Optional.of(now);
            listener.on(new DeployEvent.RolloutObserved(now));
        }
    }
}
