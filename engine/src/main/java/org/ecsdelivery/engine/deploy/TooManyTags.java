package org.ecsdelivery.engine.deploy;

import java.util.HashSet;
import java.util.Set;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.settings.RevisionParameters;
import org.ecsdelivery.common.settings.RevisionTags;
import org.ecsdelivery.engine.ecs.BuildTags;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** Counts the tags of the next revision; those of the build give way, those of users do not. */
final class TooManyTags {
    private TooManyTags() {}

    /**
     * Refuses more than a task definition takes.
     *
     * @param holder the revision, or the file, whose tags are handed down
     * @throws EngineException naming the parameter
     */
    static void refuse(RevisionState holder, RevisionChanges changes) {
        Set<String> keys = new HashSet<>(holder.tags().keySet());
        keys.removeIf(key -> key.startsWith("aws:") || key.startsWith(BuildTags.PREFIX));
        int handedDown = keys.size();
        keys.addAll(changes.tags().keySet());
        if (!changes.tags().isEmpty() && keys.size() > RevisionTags.MOST) {
            throw new EngineException(
                    FailureKind.INVALID_PARAMETERS,
                    "The next revision would have " + keys.size() + " tags, " + handedDown + " of them from "
                            + holder.id() + ", and a task definition takes " + RevisionTags.MOST,
                    "",
                    "Enter fewer as " + RevisionParameters.TAGS.label() + " (" + RevisionParameters.TAGS.name() + ").");
        }
    }
}
