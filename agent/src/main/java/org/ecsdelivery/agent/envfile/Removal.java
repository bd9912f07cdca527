package org.ecsdelivery.agent.envfile;

import java.nio.file.Path;

/**
 * What became of an env file in the end.
 *
 * @param file the file
 * @param outcome what happened
 * @param reason why; empty when there is nothing to say
 */
public record Removal(Path file, Outcome outcome, String reason) {
    /** What happened. */
    public enum Outcome {
        /** It is deleted. */
        DELETED,
        /** It was gone already. */
        GONE,
        /** Something else stands in its place, which was left alone. */
        LEFT_ALONE,
        /** It is still there. */
        FAILED
    }
}
