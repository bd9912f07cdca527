package org.ecsdelivery.sandbox.teamcity.settings;

import java.util.Optional;
import org.ecsdelivery.sandbox.teamcity.BuildResult;

/**
 * What became of one build of a chain.
 *
 * @param result empty for a build that ran on no agent
 * @param reason why it did not run, empty when it did
 */
public record ChainBuild(StoredConfiguration configuration, State state, Optional<BuildResult> result, String reason) {
    static ChainBuild finished(StoredConfiguration configuration, BuildResult result) {
        State state = result.succeeded() ? State.SUCCEEDED : State.FAILED;
        return new ChainBuild(configuration, state, Optional.of(result), "");
    }

    static ChainBuild without(StoredConfiguration configuration, State state, String reason) {
        return new ChainBuild(configuration, state, Optional.empty(), reason);
    }

    /** What can become of a build. */
    public enum State {
        /** It is green; a composite one, because all before it are. */
        SUCCEEDED,
        /** It is red. */
        FAILED,
        /** It did not start, since one before it is red. */
        NOT_STARTED,
        /** It is in the queue, for people or for one before it that is. */
        WAITS
    }
}
