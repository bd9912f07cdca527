package org.ecsdelivery.engine.ecs;

import java.util.List;

/**
 * A task definition that a file holds and nobody has registered yet.
 *
 * @param definition what is to be known of it; its ARN is the file's path behind account and Region
 * @param unknown the fields that are not known, each with its line; they are registered as they are
 */
public record FileState(RevisionState definition, List<String> unknown) {
    /** Copies the list. */
    public FileState {
        unknown = List.copyOf(unknown);
    }
}
