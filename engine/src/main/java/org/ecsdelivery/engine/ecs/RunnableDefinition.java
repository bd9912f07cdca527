package org.ecsdelivery.engine.ecs;

import java.util.Set;
import org.ecsdelivery.common.value.ContainerName;

/**
 * What the task step needs to know of a task definition.
 *
 * @param revision its revision
 * @param essential the containers whose end is the end of the task
 */
public record RunnableDefinition(RevisionState revision, Set<ContainerName> essential) {
    /** Copies the set. */
    public RunnableDefinition {
        essential = Set.copyOf(essential);
    }

    /** Tells whether tasks of it have a network interface of their own. */
    public boolean hasOwnNetwork() {
        return revision.networkMode().equals("awsvpc");
    }
}
