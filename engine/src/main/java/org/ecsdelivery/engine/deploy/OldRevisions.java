package org.ecsdelivery.engine.deploy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ecsdelivery.engine.ecs.RevisionShelf;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.time.Cancellation;

/**
 * Deregisters what is older than the newest revisions of a family and in nobody's use. The deployment has succeeded by then:
 * whatever goes wrong here is a warning.
 */
final class OldRevisions {
    /** AWS lets an account deregister one in a second once it has done twenty at once; the others go with the next deployment. */
    private static final int MOST = 20;

    private final RevisionShelf shelf;
    private final Cancellation cancellation;
    private final EngineListener listener;

    OldRevisions(RevisionShelf shelf, Cancellation cancellation, EngineListener listener) {
        this.shelf = shelf;
        this.cancellation = cancellation;
        this.listener = listener;
    }

    void deregister(DeployPlan plan, String ours, int keep) {
        String id = RevisionState.shortId(ours);
        String family = id.substring(0, id.lastIndexOf(':'));
        List<String> gone = new ArrayList<>();
        try {
            for (String old : old(family, plan, ours, keep)) {
                cancellation.throwIfCancelled();
                shelf.deregister(old);
                gone.add(old);
            }
        } catch (EngineException refused) {
            listener.on(new EngineEvent.Warned("Revisions of " + family + " older than the newest " + keep
                    + " stay registered: " + refused.getMessage()));
        } finally {
            if (!gone.isEmpty()) {
                listener.on(new DeployEvent.RevisionsDeregistered(gone, keep));
            }
        }
    }

    /** Returns the oldest first, so that those left over are the youngest. */
    private List<String> old(String family, DeployPlan plan, String ours, int keep) {
        List<String> active = shelf.activeRevisions(family);
        if (active.size() <= keep) {
            return List.of();
        }
        Set<String> needed = new HashSet<>(shelf.revisionsInUse(family));
        Collections.addAll(needed, ours, plan.base().arn(), plan.lastCompleted());
        List<String> old = new ArrayList<>(active.subList(keep, active.size()));
        old.removeAll(needed);
        Collections.reverse(old);
        return old.subList(0, Math.min(old.size(), MOST));
    }
}
