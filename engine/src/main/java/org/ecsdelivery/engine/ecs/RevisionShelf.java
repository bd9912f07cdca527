package org.ecsdelivery.engine.ecs;

import java.util.List;
import java.util.Set;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.TransientFailure;

/** The revisions of a family that can be used. Every method may throw {@link AccessDenied} and {@link TransientFailure}. */
public interface RevisionShelf {
    /** Returns the ARNs of the active revisions of a family, newest first. */
    List<String> activeRevisions(String family);

    /** Returns the ARNs of the revisions of a family that a service brings or a task runs, in any cluster of the Region. */
    Set<String> revisionsInUse(String family);

    /** Deregisters a revision: nothing can be started from it any more. */
    void deregister(String taskDefinitionArn);
}
